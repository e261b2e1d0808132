// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tray/traywindow.h"

#include "ui/elidedlabel.h"
#include "ui/text/plaintext.h"
#include "ui/text/statustext.h"
#include "ui/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QCloseEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int pictureSide = 48;

    ElidedLabel* addLine(QVBoxLayout* layout, TextRole role, int lines)
    {
        auto* label = new ElidedLabel;
        setTextRole(label, role);
        label->setLines(lines);
        layout->addWidget(label);
        return label;
    }

} // namespace

TrayWindow::TrayWindow(const QList<QAction*>& menuActions, QWidget* parent) : QWidget(parent)
{
    setWindowTitle(tr("Cloud One Companion"));
    setWindowIcon(QIcon(icon(u"companion"_s)));
    setObjectName(u"trayWindow"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    layout->setSpacing(spacing(3));
    auto* status = buildStatus();
    status->setMinimumWidth(
        spacing(77)); // of a part: of the window's own minimum its layout takes care
    layout->addWidget(status);
    m_calls = new QVBoxLayout;
    m_calls->setSpacing(spacing());
    layout->addLayout(m_calls);
    layout->addWidget(buildActions(menuActions));
    m_message = addLine(layout, TextRole::Caption, 4);
    m_message->hide();
    layout->addStretch();
    setLook({});
}

QWidget* TrayWindow::buildStatus()
{
    auto* status = new QWidget;
    auto* row = new QHBoxLayout(status);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing(4));
    m_picture = new QLabel;
    m_picture->setFixedSize(pictureSide, pictureSide);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(spacing());
    addLine(lines, TextRole::Title, 1)->setText(tr("Cloud One Companion"));
    m_pbx = addLine(lines, TextRole::Body, 4);
    m_crm = addLine(lines, TextRole::Body, 4);
    row->addLayout(lines, 1);
    return status;
}

QWidget* TrayWindow::buildActions(const QList<QAction*>& menuActions)
{
    auto* list = new QWidget;
    auto* layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    bool isAfterStatus = false; // the first lines are the status, which stands above
    for (auto* action : menuActions) {
        if (action->isSeparator()) {
            if (isAfterStatus)
                layout->addSpacing(spacing(2));
            isAfterStatus = true;
            continue;
        }
        if (!isAfterStatus)
            continue;
        QAbstractButton* button = nullptr;
        if (action->isCheckable())
            button = new QCheckBox(action->text());
        else
            button = new QPushButton(action->icon(), action->text());
        setButtonKind(button, ButtonKind::Link);
        button->setChecked(action->isChecked());
        connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] {
            button->setText(action->text());
            button->setIcon(action->icon());
            button->setChecked(action->isChecked());
        });
        layout->addWidget(button, 0, Qt::AlignLeading);
    }
    return list;
}

void TrayWindow::setLook(const TrayLook& look)
{
    const qreal ratio = devicePixelRatioF();
    QPixmap picture = trayPixmap(look, qRound(pictureSide * ratio));
    picture.setDevicePixelRatio(ratio);
    m_picture->setPixmap(picture);
}

void TrayWindow::setStatus(const PbxStatus& pbx, const CrmStatus& crm, bool isPaused)
{
    m_pbx->setText(tr("PBX: %1").arg(text::statusSentence(pbx)));
    m_crm->setText(isPaused ? tr("Salesforce: paused")
                            : tr("Salesforce: %1").arg(text::statusSentence(crm)));
}

void TrayWindow::setCalls(const QStringList& lines)
{
    while (auto* item = m_calls->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto& line : lines) {
        auto* button = new QPushButton(icon(u"answer"_s, IconTint::Success),
                                       QString(line).replace(u'&', u"&&"_s));
        connect(button, &QPushButton::clicked, this, &TrayWindow::showCardsRequested);
        m_calls->addWidget(button);
    }
}

void TrayWindow::showMessage(const QString& sentence)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

void TrayWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // Texts that wrap need more height than the layout asks for by itself.
    setMinimumHeight(layout()->totalMinimumHeightForWidth(width()));
}

void TrayWindow::closeEvent(QCloseEvent* event)
{
    if (event->spontaneous()) {
        event->ignore();
        showMinimized();
        return;
    }
    QWidget::closeEvent(event);
}

} // namespace companion

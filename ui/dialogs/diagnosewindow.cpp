// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/diagnosewindow.h"

#include "ui/dialogs/iconmark.h"
#include "ui/dialogs/notice.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    bool isProblem(const QJsonObject& check)
    {
        return check["state"_L1].toString() != "ok"_L1;
    }

    //! Problems first, otherwise in their order.
    QList<QJsonObject> ordered(const QJsonArray& checks)
    {
        QList<QJsonObject> all;
        for (const auto& check : checks)
            all.append(check.toObject());
        std::stable_partition(all.begin(), all.end(), isProblem);
        return all;
    }

    QLabel* addText(QVBoxLayout* column, const QString& text)
    {
        auto* label = new QLabel(text);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setVisible(!text.isEmpty());
        column->addWidget(label);
        return label;
    }

} // namespace

DiagnoseWindow::DiagnoseWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_summary(new QLabel(this))
    , m_checks(new QVBoxLayout)
    , m_versions(new QLabel(this))
    , m_personal(new QCheckBox(tr("Include numbers, names and addresses in the report"), this))
    , m_saved(new Notice(this))
{
    setWindowTitle(tr("Diagnose"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(5), spacing(5), spacing(5), spacing(4));
    column->setSpacing(spacing(3));
    auto* head = new QHBoxLayout;
    setTextRole(m_summary, TextRole::Title);
    m_summary->setObjectName(u"summary"_s);
    m_summary->setWordWrap(true);
    head->addWidget(m_summary, 1);
    auto* refresh = new QPushButton(icon(u"refresh"_s), tr("&Check again"), this);
    refresh->setObjectName(u"refresh"_s);
    head->addWidget(refresh, 0, Qt::AlignTop);
    column->addLayout(head);
    auto* list = new QWidget;
    m_checks->setContentsMargins(0, 0, 0, 0);
    m_checks->setSpacing(spacing(4));
    list->setLayout(m_checks);
    list->setBackgroundRole(QPalette::Window);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setBackgroundRole(QPalette::Window);
    area->setAccessibleName(tr("Checks"));
    area->setWidget(list);
    column->addWidget(area, 1);
    setTextRole(m_versions, TextRole::Caption);
    m_versions->setTextFormat(Qt::PlainText);
    m_versions->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_versions);
    column->addWidget(m_saved);
    m_saved->setObjectName(u"saved"_s);
    m_personal->setObjectName(u"personal"_s);
    column->addWidget(m_personal);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    auto* copy = new QPushButton(icon(u"copy"_s), tr("C&opy as text"), this);
    copy->setObjectName(u"copy"_s);
    auto* save = new QPushButton(icon(u"download"_s), tr("&Save report…"), this);
    save->setObjectName(u"save"_s);
    row->addStretch(1);
    row->addWidget(copy);
    row->addWidget(save);
    column->addLayout(row);
    refresh->setFocus();
    connect(refresh, &QPushButton::clicked, this, &DiagnoseWindow::refreshRequested);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(asText()); });
    connect(save, &QPushButton::clicked, this, &DiagnoseWindow::saveReport);
    setMinimumSize(spacing(100), spacing(80));
    resize(spacing(150), spacing(140));
}

void DiagnoseWindow::setChecks(const QJsonObject& diagnosis)
{
    m_diagnosis = diagnosis;
    while (auto* item = m_checks->takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const auto checks = ordered(diagnosis["checks"_L1].toArray());
    const auto problems = std::count_if(checks.cbegin(), checks.cend(), isProblem);
    m_summary->setText(problems == 0 ? tr("Everything works.")
                                     : tr("%n thing(s) need attention.", nullptr, int(problems)));
    for (const auto& check : checks)
        addCheck(check);
    m_checks->addStretch(1);
    m_versions->setText(tr("Version %1 · Qt %2 · %3")
                            .arg(text::plain(diagnosis["version"_L1].toString(), 40),
                                 text::plain(diagnosis["qt"_L1].toString(), 40),
                                 text::plain(diagnosis["system"_L1].toString(), 80)));
}

void DiagnoseWindow::addCheck(const QJsonObject& check)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing(3));
    auto* mark = isProblem(check) ? new IconMark(u"error"_s, IconTint::Danger, line)
                                  : new IconMark(u"check"_s, IconTint::Success, line);
    mark->setAccessibleName(isProblem(check) ? tr("Needs attention") : tr("Works"));
    row->addWidget(mark, 0, Qt::AlignTop);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(spacing() / 2);
    setTextRole(addText(lines, text::plain(check["title"_L1].toString(), 120)), TextRole::Strong);
    addText(lines, text::plainLines(check["text"_L1].toString(), 1000));
    addText(lines, text::plainLines(check["advice"_L1].toString(), 1000))
        ->setForegroundRole(QPalette::PlaceholderText);
    row->addLayout(lines, 1);
    m_checks->addWidget(line);
}

void DiagnoseWindow::saveReport()
{
    auto* dialog = new QFileDialog(this, tr("Folder for the report"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        const QString name = u"cloudone-companion-report-"_s
            + QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
        Q_EMIT reportRequested(QDir(folder).filePath(name), m_personal->isChecked());
    });
    dialog->open();
}

void DiagnoseWindow::showReport(const QString& path, const Result<Done>& written)
{
    if (written)
        m_saved->tell(Notice::Tone::Good, tr("The report is in %1.").arg(text::isolated(path, 300)),
                      m_personal->isChecked()
                          ? tr("It holds personal data: give it only to whom you trust.")
                          : tr("It holds no numbers, names or secrets."));
    else
        m_saved->tell(Notice::Tone::Problem,
                      tr("The report could not be written. Choose another folder, or check the "
                         "free space."),
                      text::isolated(path, 300));
}

QString DiagnoseWindow::asText() const
{
    QStringList lines{m_versions->text()};
    for (const auto& check : ordered(m_diagnosis["checks"_L1].toArray())) {
        lines.append((isProblem(check) ? u"[!] "_s : u"[ok] "_s) + check["title"_L1].toString()
                     + u": "_s + check["text"_L1].toString());
        if (const QString advice = check["advice"_L1].toString(); !advice.isEmpty())
            lines.append(u"     "_s + advice);
    }
    return lines.join(u'\n');
}

void DiagnoseWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Cancel))
        hide();
    else if (event->matches(QKeySequence::Refresh))
        Q_EMIT refreshRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace companion

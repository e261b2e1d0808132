// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/pickrecorddialog.h"

#include "ui/history/recordpicker.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace companion {

using namespace Qt::StringLiterals;

PickRecordDialog::PickRecordDialog(QWidget* parent) : QDialog(parent), m_picker(new RecordPicker)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(5), spacing(5), spacing(5), spacing(4));
    column->setSpacing(spacing(4));
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget;
    auto* inner = new QVBoxLayout(page);
    inner->setContentsMargins(0, 0, 0, 0);
    m_picker->putSearchFirst();
    inner->addWidget(m_picker);
    inner->addStretch(1);
    area->setWidget(page);
    column->addWidget(area, 1);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancel"_s);
    cancel->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    column->addLayout(buttons);
    resize(spacing(110), spacing(100));
    connect(cancel, &QPushButton::clicked, this, &PickRecordDialog::reject);
    connect(m_picker, &RecordPicker::searchRequested, this, &PickRecordDialog::searchRequested);
    connect(m_picker, &RecordPicker::chosen, this, [this](const RecordId& record) {
        accept();
        Q_EMIT chosen(m_call, record);
    });
}

void PickRecordDialog::startFor(const CallId& call, const QString& shownNumber)
{
    m_call = call;
    setWindowTitle(tr("Who is %1?").arg(text::plain(shownNumber, 60)));
    m_picker->setMatches(call, {}, {}, true);
    if (auto* search = m_picker->findChild<QLineEdit*>(u"recordSearch"_s))
        search->setFocus();
}

void PickRecordDialog::setFound(const QString& typed, const Result<QList<CrmMatch>>& found)
{
    m_picker->setFound(typed, found);
}

} // namespace companion

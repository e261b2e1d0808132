// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/followupdialog.h"

#include "ui/dialogs/field.h"
#include "ui/dialogs/notice.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int longestSubject = 255; // Task.Subject

    QDate nextWorkday(QDate day)
    {
        do
            day = day.addDays(1);
        while (day.dayOfWeek() > Qt::Friday);
        return day;
    }

} // namespace

FollowUpDialog::FollowUpDialog(const QString& who, const QDate& today, QWidget* parent)
    : QDialog(parent)
    , m_subject(new QLineEdit(this))
    , m_due(new QDateEdit(nextWorkday(today), this))
    , m_subjectField(new Field(tr("&What is to be done"), m_subject, this))
    , m_problem(new Notice(this))
    , m_save(new QPushButton(tr("&Add task"), this))
{
    setWindowTitle(tr("Follow-up task"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(6), spacing(5), spacing(6), spacing(5));
    column->setSpacing(spacing(4));
    m_subject->setObjectName(u"subject"_s);
    m_subject->setMaxLength(longestSubject);
    m_subject->setMinimumWidth(spacing(85));
    m_subject->setText(tr("Call %1").arg(text::plain(who, 80)));
    m_subject->selectAll();
    m_subjectField->setRequired(true);
    column->addWidget(m_subjectField);
    m_due->setObjectName(u"due"_s);
    m_due->setCalendarPopup(true);
    m_due->setMinimumDate(today);
    auto* due = new Field(tr("&Due"), m_due, this);
    due->setHelp(tr("The task appears in Salesforce among your open tasks."));
    column->addWidget(due);
    m_problem->setObjectName(u"problem"_s);
    column->addWidget(m_problem);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancel"_s);
    m_save->setObjectName(u"save"_s);
    m_save->setDefault(true);
    setButtonKind(m_save, ButtonKind::Primary);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(2));
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    column->addStretch(1);
    column->addLayout(buttons);
    connect(m_subject, &QLineEdit::textChanged, this, [this] { m_subjectField->setError({}); });
    connect(cancel, &QPushButton::clicked, this, &FollowUpDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &FollowUpDialog::save);
}

void FollowUpDialog::save()
{
    const QString subject = m_subject->text().simplified();
    if (subject.isEmpty()) {
        m_subjectField->setError(tr("Write what is to be done."));
        return m_subject->setFocus();
    }
    m_problem->clear();
    Q_EMIT saveRequested(subject, m_due->date());
}

void FollowUpDialog::showError(const QString& sentence)
{
    m_problem->tell(Notice::Tone::Problem, sentence);
}

} // namespace companion

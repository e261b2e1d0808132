// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/signinpage.h"

#include "ui/dialogs/field.h"
#include "ui/dialogs/notice.h"
#include "ui/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QProgressBar>

namespace companion {

using namespace Qt::StringLiterals;

SignInPage::SignInPage(QWidget* parent)
    : QWidget(parent)
    , m_notice(new Notice(this))
    , m_progress(new QProgressBar(this))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(spacing(6), spacing(4), spacing(6), spacing(5));
    m_column->setSpacing(spacing(3));
    m_notice->setObjectName(u"state"_s);
    m_column->addWidget(m_notice);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(spacing(1));
    m_progress->setAccessibleName(tr("Signing in"));
    m_progress->hide();
    m_column->addWidget(m_progress);
}

Field* SignInPage::addLine(const QString& name, const QString& label, QWidget* content)
{
    auto* line = content ? content->findChild<QLineEdit*>() : new QLineEdit(this);
    line->setObjectName(name);
    auto* field = new Field(label, content ? content : line, this);
    field->setFocusProxy(line);
    connectLine(field, line);
    m_column->addWidget(field);
    return field;
}

Field* SignInPage::addSecret(const QString& name, const QString& label)
{
    auto* field = addLine(name, label);
    auto* line = lineOf(field);
    line->setEchoMode(QLineEdit::Password);
    line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    auto* reveal = line->addAction(icon(u"eye"_s, IconTint::Muted), QLineEdit::TrailingPosition);
    reveal->setObjectName(name + "Reveal"_L1);
    reveal->setCheckable(true);
    reveal->setToolTip(tr("Show what is typed"));
    connect(reveal, &QAction::toggled, line, [line, reveal](bool isShown) {
        line->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(icon(isShown ? u"eye-off"_s : u"eye"_s, IconTint::Muted));
        reveal->setToolTip(isShown ? tr("Hide what is typed") : tr("Show what is typed"));
    });
    return field;
}

Field* SignInPage::addChoice(const QString& name, const QString& label)
{
    auto* choice = new QComboBox(this);
    choice->setObjectName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(16);
    auto* field = new Field(label, choice, this);
    m_column->addWidget(field);
    return field;
}

void SignInPage::connectLine(Field* field, QLineEdit* line)
{
    connect(line, &QLineEdit::textEdited, field, [field] { field->setError({}); });
    connect(line, &QLineEdit::returnPressed, this, &SignInPage::entered);
}

void SignInPage::addWidget(QWidget* widget)
{
    m_column->addWidget(widget);
}

QHBoxLayout* SignInPage::addButtonRow()
{
    m_column->addStretch(1);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    row->setContentsMargins(0, spacing(2), 0, 0);
    m_column->addLayout(row);
    return row;
}

void SignInPage::setProgress(bool isRunning)
{
    m_progress->setVisible(isRunning);
}

QLineEdit* SignInPage::lineOf(const Field* field)
{
    auto* line = qobject_cast<QLineEdit*>(field->input());
    return line ? line : field->input()->findChild<QLineEdit*>();
}

QComboBox* SignInPage::choiceOf(const Field* field)
{
    return qobject_cast<QComboBox*>(field->input());
}

void SignInPage::fill(const Field* field, const QString& value)
{
    auto* line = lineOf(field);
    if (field->isLocked() || !line->isModified())
        line->setText(value);
    else if (line->text() == value)
        line->setModified(false);
}

} // namespace companion

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/field.h"

#include "ui/dialogs/iconmark.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    //! The label as it is read out: without the mnemonic's mark.
    QString withoutMnemonic(const QString& label)
    {
        QString bare;
        for (qsizetype i = 0; i < label.size(); ++i)
            if (label.at(i) != u'&' || (i > 0 && label.at(i - 1) == u'&'))
                bare.append(label.at(i));
        return bare;
    }

    QLabel* makeCaption(QWidget* parent)
    {
        auto* caption = new QLabel(parent);
        caption->setTextFormat(Qt::PlainText);
        caption->setWordWrap(true);
        setTextRole(caption, TextRole::Caption);
        caption->hide();
        return caption;
    }

    //! An icon and a caption that belong together.
    QWidget* makeMarkedRow(IconMark* mark, QLabel* caption, QWidget* parent)
    {
        auto* row = new QWidget(parent);
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(spacing(1));
        mark->setTextRole(TextRole::Caption);
        layout->addWidget(mark, 0, Qt::AlignTop);
        layout->addWidget(caption, 1);
        caption->show();
        row->hide();
        return row;
    }

} // namespace

Field::Field(const QString& label, QWidget* input, QWidget* parent)
    : QWidget(parent)
    , m_labelText(label)
    , m_input(input)
    , m_label(new QLabel(this))
    , m_help(makeCaption(this))
    , m_error(makeCaption(this))
{
    auto* lockText = makeCaption(this);
    lockText->setText(tr("Set by your organisation."));
    m_lock = makeMarkedRow(new IconMark(u"lock"_s, IconTint::Muted, this), lockText, this);
    m_lock->setObjectName(u"locked"_s);
    m_errorRow = makeMarkedRow(new IconMark(u"error"_s, IconTint::Danger, this), m_error, this);
    m_error->setForegroundRole(QPalette::BrightText);
    m_error->setObjectName(u"error"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1));
    column->addWidget(m_label);
    column->addWidget(m_input);
    column->addWidget(m_help);
    column->addWidget(m_errorRow);
    column->addWidget(m_lock);
    m_label->setBuddy(m_input);
    setFocusProxy(m_input);
    setLabel(label);
}

QString Field::foreignLabel(const QString& label)
{
    return text::plain(label, 80).replace(u'&', u"&&"_s);
}

void Field::setLabel(const QString& label)
{
    m_labelText = label;
    //: The star marks a field that must be filled in.
    m_label->setText(m_isRequired ? tr("%1 *").arg(label) : label);
    m_label->setVisible(!label.isEmpty());
    describe();
}

void Field::setHelp(const QString& help)
{
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
    describe();
}

void Field::setRequired(bool isRequired)
{
    m_isRequired = isRequired;
    setLabel(m_labelText);
}

void Field::setError(const QString& sentence)
{
    const QString shown = text::plain(sentence, 500);
    if (shown == m_error->text())
        return;
    m_error->setText(shown);
    m_errorRow->setVisible(!shown.isEmpty());
    describe();
    if (!shown.isEmpty()) {
        QAccessibleEvent alert(m_errorRow, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString Field::error() const
{
    return m_error->text();
}

void Field::setLocked(bool isLocked)
{
    m_isLocked = isLocked;
    m_lock->setVisible(isLocked);
    m_input->setEnabled(!isLocked);
    describe();
}

void Field::describe()
{
    QStringList said;
    if (m_isRequired)
        said.append(tr("Required."));
    if (hasError())
        said.append(m_error->text());
    if (!m_help->text().isEmpty())
        said.append(m_help->text());
    if (m_isLocked)
        said.append(tr("Set by your organisation."));
    if (!m_labelText.isEmpty())
        m_input->setAccessibleName(withoutMnemonic(m_labelText));
    m_input->setAccessibleDescription(said.join(u' '));
}

} // namespace companion

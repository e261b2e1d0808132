// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/crmfieldinput.h"

#include "ui/dialogs/field.h"
#include "ui/text/plaintext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QFontMetrics>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int linesOfLongText = 4;
    constexpr int longestLine = 255; // what Salesforce takes where describe names no length

    //! A date as people of this place write it, as "2026-03-09"; empty if it is none.
    QString apiDate(const QString& written)
    {
        const QLocale here;
        for (const auto& format :
             {here.dateFormat(QLocale::ShortFormat), u"yyyy-MM-dd"_s, u"d.M.yyyy"_s}) {
            QDate date = here.toDate(written.trimmed(), format);
            if (date.isValid() && date.year() < 1930 && !format.contains("yyyy"_L1))
                date = date.addYears(100); // Qt reads a two-digit year as 19xx
            if (date.isValid())
                return date.toString(Qt::ISODate);
        }
        return written.trimmed(); // the server will say what is wrong with it
    }

} // namespace

CrmFieldInput::CrmFieldInput(const CrmField& field, QWidget* parent)
    : QWidget(parent), m_editor(makeEditor(field))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_editor);
    m_editor->setObjectName(field.name);
    m_editor->setProperty("crmKind", int(field.kind));
    setFocusProxy(m_editor);
}

QWidget* CrmFieldInput::makeEditor(const CrmField& field)
{
    switch (field.kind) {
    case CrmField::Kind::Picklist:
        return makePicklist(field);
    case CrmField::Kind::Date:
        return makeDate();
    case CrmField::Kind::LongText:
        return makeText(field);
    case CrmField::Kind::Boolean: {
        auto* box = new QCheckBox(Field::foreignLabel(field.label), this);
        connect(box, &QCheckBox::toggled, this, &CrmFieldInput::edited);
        return box;
    }
    case CrmField::Kind::Text:
    case CrmField::Kind::Phone:
    case CrmField::Kind::Email:
    case CrmField::Kind::Number:
    case CrmField::Kind::Other:
        break;
    }
    return makeLine(field);
}

QWidget* CrmFieldInput::makePicklist(const CrmField& field)
{
    auto* list = new QComboBox(this);
    list->addItem(tr("Please choose"), QString());
    for (qsizetype i = 0; i < field.values.size(); ++i)
        list->addItem(text::plain(field.labels.value(i, field.values.at(i)), longestLine),
                      field.values.at(i));
    list->setCurrentIndex(qMax(0, list->findData(field.usual)));
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(12);
    connect(list, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT edited(); });
    return list;
}

QWidget* CrmFieldInput::makeDate()
{
    auto* line = new QLineEdit(this);
    //: %1 is an example of a date.
    line->setPlaceholderText(tr("For example %1")
                                 .arg(QLocale().toString(QDate(QDate::currentDate().year(), 12, 31),
                                                         QLocale::ShortFormat)));
    connect(line, &QLineEdit::textEdited, this, &CrmFieldInput::edited);
    return line;
}

QWidget* CrmFieldInput::makeLine(const CrmField& field)
{
    auto* line = new QLineEdit(this);
    line->setMaxLength(field.length > 0 ? field.length : longestLine);
    if (field.kind == CrmField::Kind::Phone)
        line->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    else if (field.kind == CrmField::Kind::Email)
        line->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    else if (field.kind == CrmField::Kind::Number)
        line->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    connect(line, &QLineEdit::textEdited, this, &CrmFieldInput::edited);
    return line;
}

QWidget* CrmFieldInput::makeText(const CrmField& field)
{
    Q_UNUSED(field)
    auto* text = new QPlainTextEdit(this);
    text->setTabChangesFocus(true);
    text->setFixedHeight(QFontMetrics(text->font()).lineSpacing() * linesOfLongText
                         + 2 * int(text->document()->documentMargin()) + 4);
    connect(text, &QPlainTextEdit::textChanged, this, &CrmFieldInput::edited);
    return text;
}

QString CrmFieldInput::value() const
{
    if (const auto* box = qobject_cast<const QCheckBox*>(m_editor))
        return box->isChecked() ? u"true"_s : u"false"_s;
    if (const auto* list = qobject_cast<const QComboBox*>(m_editor))
        return list->currentData().toString();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(m_editor))
        return text->toPlainText().trimmed();
    const auto* line = qobject_cast<const QLineEdit*>(m_editor);
    const QString written = line ? line->text().trimmed() : QString();
    const bool isDate = m_editor->property("crmKind").toInt() == int(CrmField::Kind::Date);
    return isDate && !written.isEmpty() ? apiDate(written) : written;
}

void CrmFieldInput::setValue(const QString& value)
{
    const QSignalBlocker quiet(this);
    if (auto* box = qobject_cast<QCheckBox*>(m_editor))
        box->setChecked(value == "true"_L1);
    else if (auto* list = qobject_cast<QComboBox*>(m_editor))
        list->setCurrentIndex(qMax(0, list->findData(value)));
    else if (auto* text = qobject_cast<QPlainTextEdit*>(m_editor))
        text->setPlainText(value);
    else if (auto* line = qobject_cast<QLineEdit*>(m_editor))
        line->setText(value);
}

} // namespace companion

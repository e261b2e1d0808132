// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/crmrecordform.h"

#include "ui/dialogs/crmfieldinput.h"
#include "ui/dialogs/field.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    //! The guide's own fields, which every org has; describe adds lengths and the rest.
    QList<CrmField> usualFields(const QString& object)
    {
        using enum CrmField::Kind;
        QList<CrmField> fields{
            {.name = u"FirstName"_s,
             .label = CrmRecordForm::tr("&First name"),
             .kind = Text,
             .length = 40},
            {.name = u"LastName"_s,
             .label = CrmRecordForm::tr("&Last name"),
             .kind = Text,
             .isRequired = true,
             .length = 80},
        };
        if (object == "Lead"_L1)
            fields.append({.name = u"Company"_s,
                           .label = CrmRecordForm::tr("Compan&y"),
                           .kind = Text,
                           .isRequired = true,
                           .length = 255});
        fields.append({.name = u"Phone"_s,
                       .label = CrmRecordForm::tr("&Number"),
                       .kind = Phone,
                       .length = 40});
        return fields;
    }

    bool isUsual(const QString& name)
    {
        return name == "FirstName"_L1 || name == "LastName"_L1 || name == "Company"_L1
            || name == "Phone"_L1;
    }

    //! What describe says, with our own labels and order for the fields that everyone has.
    QList<CrmField> merged(const QString& object, const QList<CrmField>& described)
    {
        auto fields = usualFields(object);
        const auto usualCount = fields.size();
        for (const auto& field : described) {
            bool isKnown = false;
            for (qsizetype i = 0; i < usualCount; ++i) {
                if (fields.at(i).name != field.name)
                    continue;
                isKnown = true;
                fields[i].isRequired = fields.at(i).isRequired || field.isRequired;
                if (field.length > 0)
                    fields[i].length = field.length;
            }
            if (!isKnown) {
                CrmField foreign = field;
                foreign.label =
                    Field::foreignLabel(field.label.isEmpty() ? field.name : field.label);
                fields.append(foreign);
            }
        }
        return fields;
    }

    bool isOptional(const CrmField& field)
    {
        return !isUsual(field.name) && !field.isRequired;
    }

    QString missingSentence(const CrmField& field)
    {
        if (field.name == "LastName"_L1)
            return CrmRecordForm::tr("Enter a last name.");
        if (field.name == "Company"_L1)
            return CrmRecordForm::tr("Enter the company: a lead needs one.");
        if (field.kind == CrmField::Kind::Picklist)
            return CrmRecordForm::tr("Choose one.");
        return CrmRecordForm::tr("Salesforce requires this field.");
    }

} // namespace

CrmRecordForm::CrmRecordForm(QWidget* parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    rebuild();
}

void CrmRecordForm::setObject(const QString& object, const QList<CrmField>& described)
{
    m_object = object;
    m_described = described;
    rebuild();
}

void CrmRecordForm::setShowsAll(bool showsAll)
{
    m_showsAll = showsAll;
    rebuild();
}

QHash<QString, QString> CrmRecordForm::typed() const
{
    auto typed = m_typed;
    for (const auto& row : m_rows)
        typed.insert(row.field.name, row.input->value());
    return typed;
}

void CrmRecordForm::setTyped(const QHash<QString, QString>& values)
{
    m_rows.clear(); // what stands there now is not to be kept
    m_typed = values;
    m_askedBack.clear();
    rebuild();
}

QHash<QString, QString> CrmRecordForm::values() const
{
    QHash<QString, QString> values;
    for (const auto& row : m_rows)
        if (const QString value = row.input->value(); !value.isEmpty())
            values.insert(row.field.name, value);
    return values;
}

bool CrmRecordForm::isShown(const CrmField& field) const
{
    return m_showsAll || !isOptional(field) || m_askedBack.contains(field.name);
}

QString CrmRecordForm::focusedField() const
{
    const auto* focused = m_form ? window()->focusWidget() : nullptr;
    return focused && m_form->isAncestorOf(focused) ? focused->objectName() : QString();
}

void CrmRecordForm::rebuild()
{
    m_typed = typed();
    const QString hadFocus = focusedField();
    const auto former = std::exchange(m_rows, {});
    m_form = new QWidget(this);
    m_form->setBackgroundRole(QPalette::Window);
    m_column = new QVBoxLayout(m_form);
    m_column->setContentsMargins(2, spacing(1), spacing(2), spacing(1)); // room for focus rings
    m_column->setSpacing(spacing(3));
    const auto fields = merged(m_object, m_described);
    m_hasMore = std::any_of(fields.cbegin(), fields.cend(), isOptional);
    for (const auto& field : fields)
        if (isShown(field))
            addRow(field);
    m_column->addStretch();
    for (const auto& row : former)
        if (const auto* now = rowFor(row.field.name))
            now->widget->setError(row.widget->error());
    setWidget(m_form); // deletes the former one
    setMinimumHeight(std::min(m_form->sizeHint().height() + 2, spacing(40)));
    if (const auto* row = rowFor(hadFocus))
        row->widget->setFocus();
    Q_EMIT rebuilt();
}

void CrmRecordForm::addRow(const CrmField& field)
{
    auto* input = new CrmFieldInput(field, m_form);
    const bool labelsItself = field.kind == CrmField::Kind::Boolean;
    auto* row = new Field(labelsItself ? QString() : field.label, input, m_form);
    row->setRequired(field.isRequired && !labelsItself);
    input->editor()->setAccessibleName(input->accessibleName());
    if (m_typed.contains(field.name))
        input->setValue(m_typed.value(field.name));
    input->setEnabled(m_isInputEnabled);
    connect(input, &CrmFieldInput::edited, row, [row] { row->setError({}); });
    m_column->addWidget(row);
    m_rows.append({field, row, input});
}

const CrmRecordForm::Row* CrmRecordForm::rowFor(const QString& field) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row& row) {
        return row.field.name.compare(field, Qt::CaseInsensitive) == 0;
    });
    return found == m_rows.cend() ? nullptr : &*found;
}

void CrmRecordForm::setInputEnabled(bool isEnabled)
{
    m_isInputEnabled = isEnabled;
    for (const auto& row : std::as_const(m_rows))
        row.input->setEnabled(isEnabled);
}

bool CrmRecordForm::checkRequired()
{
    bool isComplete = true;
    for (const auto& row : std::as_const(m_rows)) {
        if (!row.field.isRequired || !row.input->value().isEmpty())
            continue;
        isComplete = false;
        row.widget->setError(missingSentence(row.field));
    }
    return isComplete;
}

bool CrmRecordForm::showProblem(const QString& field, const QString& sentence)
{
    if (!rowFor(field)) {
        m_askedBack.append(field);
        rebuild();
    }
    const auto* row = rowFor(field);
    if (row)
        row->widget->setError(sentence);
    return row != nullptr;
}

void CrmRecordForm::clearProblems()
{
    for (const auto& row : std::as_const(m_rows))
        row.widget->setError({});
}

void CrmRecordForm::focusFirstProblem()
{
    for (const auto& row : std::as_const(m_rows))
        if (row.widget->hasError()) {
            row.widget->setFocus();
            ensureWidgetVisible(row.widget);
            return;
        }
}

void CrmRecordForm::focusFirst()
{
    if (!m_rows.isEmpty())
        m_rows.constFirst().widget->setFocus();
}

QList<QWidget*> CrmRecordForm::editors() const
{
    QList<QWidget*> editors;
    for (const auto& row : m_rows)
        editors.append(row.input->editor());
    return editors;
}

int CrmRecordForm::heightFor(int width) const
{
    m_column->activate();
    return (m_form->hasHeightForWidth() ? m_form->heightForWidth(width)
                                        : m_form->sizeHint().height())
        + 2;
}

} // namespace companion

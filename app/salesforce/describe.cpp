// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/describe.h"

#include "app/salesforce/soql.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxText = 255;
    constexpr qsizetype mostPhoneFields = 20; // keeps the statements within their length
    constexpr qsizetype mostChoices = 500;

    QString text(const QJsonValue& value)
    {
        return value.toString().left(maxText);
    }

    const QHash<QString, QStringList>& standardPhoneFields()
    {
        static const QHash<QString, QStringList> fields{
            {u"Contact"_s,
             {u"Phone"_s, u"MobilePhone"_s, u"HomePhone"_s, u"OtherPhone"_s, u"AssistantPhone"_s,
              u"Fax"_s}},
            {u"Lead"_s, {u"Phone"_s, u"MobilePhone"_s, u"Fax"_s}},
            {u"Account"_s, {u"Phone"_s, u"Fax"_s}},
        };
        return fields;
    }

    //! Each is asked for only where describe has it; a dotted one where its reference is.
    QStringList wantedFields(const QString& object)
    {
        QStringList fields{u"Id"_s, u"Name"_s, u"LastModifiedDate"_s, u"LastActivityDate"_s,
                           u"Owner.Name"_s};
        if (object == "Contact"_L1)
            fields += {u"Title"_s,        u"Email"_s,     u"AccountId"_s,
                       u"Account.Name"_s, u"DoNotCall"_s, u"IsPersonAccount"_s};
        else if (object == "Lead"_L1)
            fields += {u"Title"_s,
                       u"Email"_s,
                       u"Company"_s,
                       u"DoNotCall"_s,
                       u"IsConverted"_s,
                       u"ConvertedContactId"_s,
                       u"ConvertedContact.Name"_s};
        else if (object == "Account"_L1)
            fields += {u"IsPersonAccount"_s, u"PersonContactId"_s};
        return fields;
    }

    //! Absent in many orgs: asking for them blindly fails the whole question.
    bool isRare(const QString& field)
    {
        static const QSet<QString> rare{u"IsPersonAccount"_s, u"PersonContactId"_s, u"DoNotCall"_s,
                                        u"LastActivityDate"_s};
        return rare.contains(field);
    }

    //! What people expect to be asked for a new record, required or not (DESIGN 7).
    bool isUsual(const QString& field)
    {
        static const QSet<QString> usual{u"FirstName"_s, u"LastName"_s, u"Company"_s, u"Phone"_s,
                                         u"Email"_s};
        return usual.contains(field);
    }

    CrmField::Kind kindOf(const QString& type)
    {
        static const QHash<QString, CrmField::Kind> kinds{
            {u"phone"_s, CrmField::Kind::Phone},       {u"email"_s, CrmField::Kind::Email},
            {u"picklist"_s, CrmField::Kind::Picklist}, {u"double"_s, CrmField::Kind::Number},
            {u"int"_s, CrmField::Kind::Number},        {u"currency"_s, CrmField::Kind::Number},
            {u"percent"_s, CrmField::Kind::Number},    {u"date"_s, CrmField::Kind::Date},
            {u"boolean"_s, CrmField::Kind::Boolean},   {u"textarea"_s, CrmField::Kind::LongText},
            {u"string"_s, CrmField::Kind::Text},       {u"combobox"_s, CrmField::Kind::Text},
            {u"url"_s, CrmField::Kind::Text},
        };
        return kinds.value(type, CrmField::Kind::Other);
    }

    QStringList choicesOf(const QJsonObject& field)
    {
        QStringList values;
        const auto choices = field["picklistValues"_L1].toArray();
        for (const auto& choice : choices)
            if (choice["active"_L1].toBool(true) && values.size() < mostChoices)
                values.append(text(choice["value"_L1]));
        return values;
    }

    //! The field with its choices as people read them, and the one that is taken by default.
    CrmField withChoices(CrmField offered, const QJsonObject& field)
    {
        offered.values = choicesOf(field);
        const auto choices = field["picklistValues"_L1].toArray();
        for (const auto& choice : choices) {
            if (!choice["active"_L1].toBool(true) || offered.labels.size() >= offered.values.size())
                continue;
            const QString label = text(choice["label"_L1]);
            offered.labels.append(label.isEmpty() ? text(choice["value"_L1]) : label);
            if (choice["defaultValue"_L1].toBool())
                offered.usual = text(choice["value"_L1]);
        }
        return offered;
    }

    //! Where the person has several record types, which one is asked first.
    void takeRecordTypes(ObjectShape& shape, const QJsonObject& describe, const QString& label)
    {
        CrmField types{.name = u"RecordTypeId"_s,
                       .label = label,
                       .kind = CrmField::Kind::Picklist,
                       .isRequired = true};
        const auto infos = describe["recordTypeInfos"_L1].toArray();
        for (const auto& info : infos) {
            if (!info["available"_L1].toBool() || !info["active"_L1].toBool(true)
                || info["master"_L1].toBool() || types.values.size() >= mostChoices)
                continue;
            types.values.append(text(info["recordTypeId"_L1]));
            types.labels.append(text(info["name"_L1]));
            if (info["defaultRecordTypeMapping"_L1].toBool())
                types.usual = types.values.constLast();
        }
        if (types.values.size() > 1 && shape.writable.contains(types.name))
            shape.offered.prepend(types);
    }

    void take(ObjectShape& shape, const QString& object, const QJsonObject& field)
    {
        const QString name = text(field["name"_L1]);
        const QString type = field["type"_L1].toString();
        if (!isFieldName(name))
            return;
        if (type == "phone"_L1 && shape.phoneFields.size() < mostPhoneFields)
            shape.phoneFields.append(name);
        if (object == "Task"_L1 && (name == "Type"_L1 || name == "CallDisposition"_L1))
            shape.choices.insert(name, choicesOf(field));
        if (!field["createable"_L1].toBool())
            return;
        const auto kind = kindOf(type);
        shape.writable.insert(name, kind);
        // A check box is never missing: unticked is an answer.
        const bool isRequired = !field["nillable"_L1].toBool(true)
            && !field["defaultedOnCreate"_L1].toBool() && kind != CrmField::Kind::Boolean;
        if (!isRequired && !isUsual(name))
            return;
        const CrmField offered{.name = name,
                               .label = text(field["label"_L1]),
                               .kind = kind,
                               .isRequired = isRequired,
                               .length = field["length"_L1].toInt()};
        shape.offered.append(kind == CrmField::Kind::Picklist ? withChoices(offered, field)
                                                              : offered);
    }

    //! Whether \p wanted may be asked for: the field itself, or the reference it goes through.
    bool isDescribed(const QString& wanted, const QJsonArray& fields)
    {
        const QString parent = wanted.contains(u'.') ? wanted.section(u'.', 0, 0) : QString();
        return std::any_of(fields.cbegin(), fields.cend(), [&](const QJsonValue& field) {
            const QString name = field["name"_L1].toString();
            if (parent.isEmpty())
                return name == wanted;
            // A describe that says nothing of it means the standard one; null means there is none.
            const auto relationship = field["relationshipName"_L1];
            return relationship.isUndefined() ? name == parent + u"Id"_s
                                              : relationship.toString() == parent;
        });
    }

} // namespace

ObjectShape shapeOf(const QString& object, const QJsonObject& describe)
{
    ObjectShape shape;
    const auto wanted = wantedFields(object);
    if (describe.isEmpty()) {
        shape.phoneFields = standardPhoneFields().value(object);
        for (const auto& field : wanted)
            if (!isRare(field))
                shape.shownFields.append(field);
        return shape;
    }
    shape.isVisible = describe["queryable"_L1].toBool(true);
    shape.isCreateable = describe["createable"_L1].toBool(true);
    const auto fields = describe["fields"_L1].toArray();
    QString recordTypeLabel;
    for (const auto& field : fields) {
        take(shape, object, field.toObject());
        if (field["name"_L1].toString() == "RecordTypeId"_L1)
            recordTypeLabel = text(field["label"_L1]).remove(" ID"_L1);
    }
    takeRecordTypes(shape, describe, recordTypeLabel);
    for (const auto& field : wanted)
        if (isDescribed(field, fields))
            shape.shownFields.append(field);
    return shape;
}

ObjectShape hiddenShape()
{
    ObjectShape shape;
    shape.isVisible = false;
    shape.isCreateable = false;
    return shape;
}

ObjectShape withoutParents(ObjectShape shape)
{
    shape.shownFields.removeIf([](const QString& field) { return field.contains(u'.'); });
    return shape;
}

} // namespace companion::salesforce

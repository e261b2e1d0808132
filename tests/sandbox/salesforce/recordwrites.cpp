// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/recordwrites.h"

#include <QRegularExpression>

#include <algorithm>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    ApiError problem(const QString& code, const QString& message, const QStringList& fields = {},
                     int status = 400)
    {
        return ApiError{
            .status = status, .code = code, .message = message, .fields = fields, .extra = {}};
    }

    ApiError notDeserializable(const QString& type, const QJsonValue& value)
    {
        const QString kind = value.isString() ? u"STRING"_s
            : value.isDouble()                ? u"NUMBER_INT"_s
                                              : u"TRUE"_s;
        return problem(
            u"JSON_PARSER_ERROR"_s,
            u"Cannot deserialize instance of %1 from VALUE_%2 value %3 or request may be missing a "
            u"required "
            "field at [line:1, column:2]"_s.arg(type, kind, value.toVariant().toString()));
    }

    QString comparableDigits(const QString& number)
    {
        QString digits;
        for (const QChar c : number) {
            if (c.isDigit())
                digits.append(QChar(u'0' + c.digitValue()));
        }
        return digits;
    }

    bool resembles(const QJsonObject& a, const QJsonObject& b)
    {
        const auto same = [&](const QString& key) {
            const QString text = a.value(key).toString();
            return !text.isEmpty()
                && text.compare(b.value(key).toString(), Qt::CaseInsensitive) == 0;
        };
        if (same(u"Email"_s) || (same(u"FirstName"_s) && same(u"LastName"_s)))
            return true;
        const auto sameNumber = [&](const QString& key) {
            const QString digits = comparableDigits(a.value(key).toString());
            return digits.size() >= 7 && digits == comparableDigits(b.value(key).toString());
        };
        return sameNumber(u"Phone"_s) || sameNumber(u"MobilePhone"_s);
    }

    QJsonObject duplicateResult(const DuplicateRule& rule, const QString& object,
                                const QJsonArray& matches, const QString& message)
    {
        const QJsonObject result{{u"entityType"_s, object},
                                 {u"errors"_s, QJsonArray{}},
                                 {u"matchEngine"_s, u"ExactMatchEngine"_s},
                                 {u"matchRecords"_s, matches},
                                 {u"rule"_s, QString(object + u"_MR"_s)},
                                 {u"size"_s, matches.size()},
                                 {u"success"_s, true}};
        return {{u"allowSave"_s, !rule.block},
                {u"duplicateRule"_s, QString(object + u"s_DR"_s)},
                {u"duplicateRuleEntityType"_s, object},
                {u"errorMessage"_s, message},
                {u"matchResults"_s, QJsonArray{result}}};
    }

    bool isClosedStatus(const OrgState& state, const QString& status)
    {
        for (const Record* row : state.store.rows(u"TaskStatus"_s)) {
            if (row->text(u"ApiName"_s) == status)
                return row->values.value("IsClosed"_L1).toBool();
        }
        return false;
    }

} // namespace

DuplicateSaving duplicateSaving(const ApiCall& call)
{
    const QByteArray header =
        call.header("Sforce-Duplicate-Rule-Header").toLower().replace(' ', "");
    return header.contains("allowsave=true") ? DuplicateSaving::Allowed : DuplicateSaving::Refused;
}

Outcome<const ObjectDescription*> RecordWrites::writableObject(const QString& name) const
{
    const ObjectDescription* object = m_state.schema.object(name);
    if (!object)
        return problem(u"NOT_FOUND"_s, u"The requested resource does not exist"_s, {}, 404);
    if (!object->createable)
        return problem(u"INSUFFICIENT_ACCESS_OR_READONLY"_s,
                       u"insufficient access rights on object id"_s, {}, 403);
    return object;
}

Outcome<const Record*> RecordWrites::existing(const QString& objectName, const QString& id) const
{
    const ObjectDescription* object = m_state.schema.object(objectName);
    if (object && !looksLikeId(id))
        return problem(u"MALFORMED_ID"_s, u"malformed id %1"_s.arg(id));
    const Record* record = object ? m_state.store.find(id) : nullptr;
    if (!record || record->object != object->name)
        return problem(u"NOT_FOUND"_s, u"The requested resource does not exist"_s, {}, 404);
    if (record->deleted)
        return problem(u"ENTITY_IS_DELETED"_s, u"entity is deleted"_s, {}, 404);
    return record;
}

Outcome<QString> RecordWrites::create(const QString& objectName, const QJsonObject& fields)
{
    const auto object = writableObject(objectName);
    if (!object)
        return object.error();
    auto checked = checkedFields(**object, fields, Kind::Create);
    if (!checked)
        return checked.error();
    QJsonObject values = *checked;
    for (const auto& field : (*object)->fields) {
        if (!values.contains(field.name) && !field.defaultValue.isUndefined()
            && !field.defaultValue.isNull())
            values.insert(field.name, field.defaultValue);
    }
    if (values.value("OwnerId"_L1).toString().isEmpty())
        values.insert(u"OwnerId"_s, m_state.userId);
    if (auto refused = missingFields(**object, values))
        return *refused;
    if (auto refused = brokenRule(**object, values))
        return *refused;
    if (auto refused = duplicate(**object, values))
        return *refused;
    if (auto refused = locked(**object, values.value("WhoId"_L1).toString()))
        return *refused;
    deriveFields(**object, values);
    const QString id = m_state.store.insert((*object)->name, (*object)->keyPrefix, values,
                                            m_state.now(), m_state.userId);
    m_state.log.addCreated((*object)->name, id);
    return id;
}

Outcome<QString> RecordWrites::update(const QString& objectName, const QString& id,
                                      const QJsonObject& fields)
{
    const auto object = writableObject(objectName);
    if (!object)
        return object.error();
    const auto record = existing(objectName, id);
    if (!record)
        return record.error();
    if ((*record)->values.value("IsConverted"_L1).toBool())
        return problem(u"CANNOT_UPDATE_CONVERTED_LEAD"_s, u"cannot reference converted lead"_s);
    auto changes = checkedFields(**object, fields, Kind::Update);
    if (!changes)
        return changes.error();
    QJsonObject values = (*record)->values;
    for (auto it = changes->begin(); it != changes->end(); ++it)
        values.insert(it.key(), it.value());
    if (auto refused = missingFields(**object, values))
        return *refused;
    if (auto refused = brokenRule(**object, values))
        return *refused;
    if (auto refused = locked(**object, id))
        return *refused;
    deriveFields(**object, values);
    const QString longId = (*record)->id;
    m_state.store.update(longId, values, m_state.now(), m_state.userId);
    return longId;
}

Outcome<QString> RecordWrites::remove(const QString& objectName, const QString& id)
{
    const auto record = existing(objectName, id);
    if (!record)
        return record.error();
    const auto object = writableObject(objectName);
    if (!object)
        return object.error();
    if (auto refused = locked(**object, id))
        return *refused;
    const QString longId = (*record)->id;
    m_state.store.remove(longId, m_state.now());
    return longId;
}

Outcome<QJsonObject> RecordWrites::checkedFields(const ObjectDescription& object,
                                                 const QJsonObject& fields, Kind kind) const
{
    QJsonObject checked;
    QStringList readOnly;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.key() == "attributes"_L1)
            continue;
        const FieldDescription* field = m_state.schema.field(object, it.key());
        if (!field)
            return problem(
                u"INVALID_FIELD"_s,
                u"No such column '%1' on sobject of type %2"_s.arg(it.key(), object.name));
        if (kind == Kind::Create ? !field->isCreateable() : !field->isUpdateable()) {
            readOnly.append(field->name);
            continue;
        }
        auto value = checkedValue(object, *field, it.value());
        if (!value)
            return value.error();
        checked.insert(field->name, *value);
    }
    if (!readOnly.isEmpty())
        return problem(u"INVALID_FIELD_FOR_INSERT_UPDATE"_s,
                       u"Unable to create/update fields: %1. Please check the security settings of "
                       u"this field and "
                       "verify that it is read/write for your profile or permission set."_s.arg(
                           readOnly.join(u", "_s)),
                       readOnly);
    return checked;
}

Outcome<QJsonValue> RecordWrites::checkedValue(const ObjectDescription& object,
                                               const FieldDescription& field,
                                               const QJsonValue& value) const
{
    if (value.isNull() || (value.isString() && value.toString().trimmed().isEmpty()))
        return QJsonValue(QJsonValue::Null);
    const QString text = value.toString();
    switch (field.type) {
    case FieldType::Boolean:
        if (value.isBool())
            return value;
        if (text == "true"_L1 || text == "false"_L1)
            return QJsonValue(text == "true"_L1);
        return notDeserializable(u"boolean"_s, value);
    case FieldType::Integer:
    case FieldType::Double:
    case FieldType::Currency: {
        bool isNumber = value.isDouble();
        const double number = isNumber ? value.toDouble() : text.toDouble(&isNumber);
        if (!isNumber || (field.type == FieldType::Integer && number != double(qint64(number))))
            return notDeserializable(field.type == FieldType::Integer ? u"int"_s : u"double"_s,
                                     value);
        return QJsonValue(number);
    }
    case FieldType::Date:
        if (!QDate::fromString(text.left(10), Qt::ISODate).isValid())
            return notDeserializable(u"date"_s, value);
        return QJsonValue(text.left(10));
    case FieldType::DateTime: {
        const QDateTime time = fromApiTime(text);
        if (!time.isValid())
            return notDeserializable(u"datetime"_s, value);
        return QJsonValue(toApiTime(time));
    }
    case FieldType::Id:
    case FieldType::Reference:
        return checkedReference(object, field, text);
    case FieldType::Text:
    case FieldType::Phone:
    case FieldType::Email:
    case FieldType::Url:
    case FieldType::TextArea:
    case FieldType::LongText:
    case FieldType::Picklist:
    case FieldType::Combobox:
        break;
    }
    return checkedText(field, value);
}

Outcome<QJsonValue> RecordWrites::checkedText(const FieldDescription& field,
                                              const QJsonValue& value) const
{
    static const QRegularExpression address(u"^[^@\\s]+@[^@\\s.]+(?:\\.[^@\\s.]+)+$"_s);
    if (!value.isString() && !value.isDouble() && !value.isBool())
        return notDeserializable(u"string"_s, value);
    const QString text = value.toVariant().toString().trimmed();
    if (field.length > 0 && text.size() > field.length)
        return problem(u"STRING_TOO_LONG"_s,
                       u"%1: data value too large: %2 (max length=%3)"_s.arg(field.label, text)
                           .arg(field.length),
                       {field.name});
    if (field.type == FieldType::Email && !address.match(text).hasMatch())
        return problem(u"INVALID_EMAIL_ADDRESS"_s,
                       u"%1: invalid email address: %2"_s.arg(field.label, text), {field.name});
    if (field.traits.testFlag(FieldTrait::Restricted) && !field.picklist.contains(text))
        return problem(u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"_s,
                       u"%1: bad value for restricted picklist field: %2"_s.arg(field.label, text),
                       {field.name});
    return QJsonValue(text);
}

Outcome<QJsonValue> RecordWrites::checkedReference(const ObjectDescription& object,
                                                   const FieldDescription& field,
                                                   const QString& id) const
{
    const auto wrongType =
        problem(u"MALFORMED_ID"_s, u"%1: id value of incorrect type: %2"_s.arg(field.label, id),
                {field.name});
    if (!looksLikeId(id))
        return wrongType;
    const QString longId = toLongId(id);
    if (field.name == "RecordTypeId"_L1) {
        const bool known = std::any_of(object.recordTypes.begin(), object.recordTypes.end(),
                                       [&](const auto& type) { return type.id == longId; });
        if (known)
            return QJsonValue(longId);
        return problem(u"INVALID_CROSS_REFERENCE_KEY"_s,
                       u"Record Type ID: this ID value isn't valid for the user: %1"_s.arg(id),
                       {field.name});
    }
    const ObjectDescription* target = m_state.schema.objectOfId(id);
    if (!target || !field.referenceTo.contains(target->name))
        return wrongType;
    const Record* record = m_state.store.find(longId);
    if (!record || record->deleted)
        return problem(u"INVALID_CROSS_REFERENCE_KEY"_s, u"invalid cross reference id"_s);
    if (record->values.value("IsConverted"_L1).toBool())
        return problem(u"CANNOT_UPDATE_CONVERTED_LEAD"_s,
                       u"cannot reference converted lead: [%1]"_s.arg(field.name), {field.name});
    return QJsonValue(longId);
}

std::optional<ApiError> RecordWrites::missingFields(const ObjectDescription& object,
                                                    const QJsonObject& values) const
{
    QStringList missing;
    for (const auto& field : m_state.schema.visibleFields(object)) {
        if (field.traits.testFlag(FieldTrait::Required) && field.isCreateable()
            && values.value(field.name).toVariant().toString().isEmpty())
            missing.append(field.name);
    }
    if (missing.isEmpty())
        return {};
    return problem(u"REQUIRED_FIELD_MISSING"_s,
                   u"Required fields are missing: [%1]"_s.arg(missing.join(u", "_s)), missing);
}

std::optional<ApiError> RecordWrites::brokenRule(const ObjectDescription& object,
                                                 const QJsonObject& values) const
{
    if (object.name == "Task"_L1 && values.value("WhoId"_L1).toString().startsWith("00Q"_L1)
        && !values.value("WhatId"_L1).toString().isEmpty())
        return problem(u"FIELD_INTEGRITY_EXCEPTION"_s,
                       u"Cannot have a WhatId when the WhoId is a Lead: [WhatId]"_s, {u"WhatId"_s});
    for (const auto& rule : m_state.validationRules) {
        if (rule.object.compare(object.name, Qt::CaseInsensitive) == 0)
            return problem(u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s, rule.message,
                           rule.field.isEmpty() ? QStringList() : QStringList{rule.field});
    }
    return {};
}

std::optional<ApiError> RecordWrites::duplicate(const ObjectDescription& object,
                                                const QJsonObject& values) const
{
    const auto& rule = m_state.duplicateRule;
    if (!rule || (object.name != "Contact"_L1 && object.name != "Lead"_L1))
        return {};
    if (!rule->block && m_duplicates == DuplicateSaving::Allowed)
        return {};
    QJsonArray matches;
    for (const Record* record : m_state.store.rows(object.name)) {
        if (record->deleted || !resembles(values, record->values))
            continue;
        QJsonObject found{{u"attributes"_s, rowAttributes(*record, m_version)},
                          {u"Id"_s, record->id}};
        matches.append(QJsonObject{{u"additionalInformation"_s, QJsonArray{}},
                                   {u"fieldDiffs"_s, QJsonArray{}},
                                   {u"matchConfidence"_s, 100.0},
                                   {u"record"_s, found}});
    }
    if (matches.isEmpty() && !rule->always)
        return {};
    const QString message =
        u"You're creating a duplicate record. We recommend you use an existing record instead."_s;
    ApiError error = problem(u"DUPLICATES_DETECTED"_s, message);
    error.extra.insert(rule->key, duplicateResult(*rule, object.name, matches, message));
    return error;
}

std::optional<ApiError> RecordWrites::locked(const ObjectDescription& object, const QString& id)
{
    const auto fault = m_state.faults.take("lock-row"_L1, object.name);
    if (!fault)
        return {};
    return problem(u"UNABLE_TO_LOCK_ROW"_s,
                   u"unable to obtain exclusive access to this record or 1 records: %1"_s.arg(id),
                   {}, fault->toInt(400));
}

void RecordWrites::deriveFields(const ObjectDescription& object, QJsonObject& values) const
{
    if (m_state.schema.field(object, u"FirstName"_s)
        && (object.name != "Account"_L1 || values.value("IsPersonAccount"_L1).toBool())) {
        const QString first = values.value("FirstName"_L1).toString();
        const QString last = values.value("LastName"_L1).toString();
        values.insert(u"Name"_s, QString(first + u' ' + last).trimmed());
    }
    if (object.name == "Task"_L1)
        deriveTaskFields(values);
    if (object.name == "Case"_L1 && values.value("CaseNumber"_L1).toString().isEmpty())
        values.insert(
            u"CaseNumber"_s,
            QString::number(1000 + m_state.store.count(object.name) + 1).rightJustified(8, u'0'));
    if (object.name == "Opportunity"_L1)
        values.insert(u"IsClosed"_s,
                      values.value("StageName"_L1).toString().startsWith("Closed"_L1));
}

void RecordWrites::deriveTaskFields(QJsonObject& values) const
{
    const bool closed = isClosedStatus(m_state, values.value("Status"_L1).toString());
    if (closed && !values.value("IsClosed"_L1).toBool())
        values.insert(u"CompletedDateTime"_s, toApiTime(m_state.now()));
    if (!closed)
        values.insert(u"CompletedDateTime"_s, QJsonValue::Null);
    values.insert(u"IsClosed"_s, closed);
    values.insert(u"IsHighPriority"_s, values.value("Priority"_L1).toString() == "High"_L1);

    const QString what = values.value("WhatId"_L1).toString();
    const Record* parent =
        m_state.store.find(what.isEmpty() ? values.value("WhoId"_L1).toString() : what);
    if (!parent)
        values.insert(u"AccountId"_s, QJsonValue::Null);
    else
        values.insert(u"AccountId"_s,
                      parent->object == "Account"_L1 ? QJsonValue(parent->id)
                                                     : parent->values.value("AccountId"_L1));
}

} // namespace companion::sandbox

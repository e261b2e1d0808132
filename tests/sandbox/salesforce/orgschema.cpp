// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/orgschema.h"

#include <QTimeZone>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    QString typeName(FieldType type)
    {
        switch (type) {
        case FieldType::Id:
            return u"id"_s;
        case FieldType::Text:
            return u"string"_s;
        case FieldType::Phone:
            return u"phone"_s;
        case FieldType::Email:
            return u"email"_s;
        case FieldType::Url:
            return u"url"_s;
        case FieldType::TextArea:
        case FieldType::LongText:
            return u"textarea"_s;
        case FieldType::Picklist:
            return u"picklist"_s;
        case FieldType::Combobox:
            return u"combobox"_s;
        case FieldType::Boolean:
            return u"boolean"_s;
        case FieldType::Integer:
            return u"int"_s;
        case FieldType::Double:
            return u"double"_s;
        case FieldType::Currency:
            return u"currency"_s;
        case FieldType::Date:
            return u"date"_s;
        case FieldType::DateTime:
            return u"datetime"_s;
        case FieldType::Reference:
            return u"reference"_s;
        }
        return {};
    }

    QString soapTypeName(FieldType type)
    {
        switch (type) {
        case FieldType::Id:
        case FieldType::Reference:
            return u"tns:ID"_s;
        case FieldType::Boolean:
            return u"xsd:boolean"_s;
        case FieldType::Integer:
            return u"xsd:int"_s;
        case FieldType::Double:
        case FieldType::Currency:
            return u"xsd:double"_s;
        case FieldType::Date:
            return u"xsd:date"_s;
        case FieldType::DateTime:
            return u"xsd:dateTime"_s;
        case FieldType::Text:
        case FieldType::Phone:
        case FieldType::Email:
        case FieldType::Url:
        case FieldType::TextArea:
        case FieldType::LongText:
        case FieldType::Picklist:
        case FieldType::Combobox:
            return u"xsd:string"_s;
        }
        return {};
    }

    QJsonArray picklistValues(const FieldDescription& field)
    {
        QJsonArray values;
        for (const QString& value : field.picklist) {
            values.append(QJsonObject{{u"active"_s, true},
                                      {u"defaultValue"_s, field.defaultValue.toString() == value},
                                      {u"label"_s, value},
                                      {u"validFor"_s, QJsonValue::Null},
                                      {u"value"_s, value}});
        }
        return values;
    }

    QString resource(const ObjectDescription& object, int version, const QString& tail)
    {
        return u"/services/data/v%1.0/sobjects/%2%3"_s.arg(version).arg(object.name, tail);
    }

} // namespace

bool FieldDescription::isText() const
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Phone:
    case FieldType::Email:
    case FieldType::Url:
    case FieldType::TextArea:
    case FieldType::LongText:
    case FieldType::Picklist:
    case FieldType::Combobox:
        return true;
    case FieldType::Id:
    case FieldType::Boolean:
    case FieldType::Integer:
    case FieldType::Double:
    case FieldType::Currency:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Reference:
        return false;
    }
    return false;
}

bool FieldDescription::isUpdateable() const
{
    return !traits.testFlag(FieldTrait::ReadOnly) && !traits.testFlag(FieldTrait::CreateOnly);
}

QJsonObject FieldDescription::toDescribe() const
{
    const bool external = traits.testFlag(FieldTrait::External);
    const bool sortable = type != FieldType::LongText;
    return {
        {u"aggregatable"_s, sortable},
        {u"autoNumber"_s, false},
        {u"byteLength"_s, length * 3},
        {u"calculated"_s, false},
        {u"cascadeDelete"_s, false},
        {u"caseSensitive"_s, false},
        {u"createable"_s, isCreateable()},
        {u"custom"_s, name.endsWith("__c"_L1)},
        {u"defaultValue"_s,
         defaultValue.isUndefined() ? QJsonValue(QJsonValue::Null) : defaultValue},
        {u"defaultedOnCreate"_s,
         traits.testFlag(FieldTrait::Defaulted) || traits.testFlag(FieldTrait::ReadOnly)},
        {u"dependentPicklist"_s, false},
        {u"deprecatedAndHidden"_s, false},
        {u"digits"_s, type == FieldType::Integer ? 8 : 0},
        {u"externalId"_s, external},
        {u"filterable"_s, isFilterable()},
        {u"groupable"_s, isFilterable()},
        {u"htmlFormatted"_s, false},
        {u"idLookup"_s, external || type == FieldType::Id || type == FieldType::Email},
        {u"inlineHelpText"_s, QJsonValue::Null},
        {u"label"_s, label},
        {u"length"_s, length},
        {u"name"_s, name},
        {u"nameField"_s, traits.testFlag(FieldTrait::NameField)},
        {u"namePointing"_s, referenceTo.size() > 1},
        {u"nillable"_s, !traits.testFlag(FieldTrait::Required) && type != FieldType::Boolean},
        {u"permissionable"_s, !traits.testFlag(FieldTrait::Required)},
        {u"picklistValues"_s, picklistValues(*this)},
        {u"polymorphicForeignKey"_s, referenceTo.size() > 1},
        {u"precision"_s, 0},
        {u"referenceTo"_s, QJsonArray::fromStringList(referenceTo)},
        {u"relationshipName"_s,
         relationshipName.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(relationshipName)},
        {u"restrictedPicklist"_s, traits.testFlag(FieldTrait::Restricted)},
        {u"scale"_s, 0},
        {u"soapType"_s, soapTypeName(type)},
        {u"sortable"_s, sortable},
        {u"type"_s, typeName(type)},
        {u"unique"_s, external},
        {u"updateable"_s, isUpdateable()},
        {u"writeRequiresMasterRead"_s, false}};
}

QString ObjectDescription::nameFieldName() const
{
    for (const auto& candidate : fields) {
        if (candidate.traits.testFlag(FieldTrait::NameField))
            return candidate.name;
    }
    return name == "Task"_L1 ? u"Subject"_s : u"Id"_s;
}

OrgSchema::OrgSchema() : m_objects(standardObjects())
{
    touch();
}

void OrgSchema::touch()
{
    // HTTP dates have whole seconds: the moment is kept so, to compare equal with what was sent.
    m_lastChange =
        QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), QTimeZone::utc());
}

bool OrgSchema::isVisible(const FieldDescription& field) const
{
    if (field.traits.testFlag(FieldTrait::Hidden))
        return false;
    return m_personAccounts || !field.traits.testFlag(FieldTrait::PersonAccounts);
}

const ObjectDescription* OrgSchema::object(QStringView name) const
{
    for (const auto& candidate : m_objects) {
        if (candidate.name.compare(name, Qt::CaseInsensitive) == 0)
            return candidate.hidden ? nullptr : &candidate;
    }
    return nullptr;
}

const ObjectDescription* OrgSchema::objectOfId(QStringView id) const
{
    for (const auto& candidate : m_objects) {
        if (!candidate.hidden && id.startsWith(candidate.keyPrefix))
            return &candidate;
    }
    return nullptr;
}

const FieldDescription* OrgSchema::field(const ObjectDescription& object, QStringView name) const
{
    for (const auto& candidate : object.fields) {
        if (candidate.name.compare(name, Qt::CaseInsensitive) == 0)
            return isVisible(candidate) ? &candidate : nullptr;
    }
    return nullptr;
}

const FieldDescription* OrgSchema::relationship(const ObjectDescription& object,
                                                QStringView name) const
{
    for (const auto& candidate : object.fields) {
        if (!candidate.relationshipName.isEmpty()
            && candidate.relationshipName.compare(name, Qt::CaseInsensitive) == 0)
            return isVisible(candidate) ? &candidate : nullptr;
    }
    return nullptr;
}

QList<FieldDescription> OrgSchema::visibleFields(const ObjectDescription& object) const
{
    QList<FieldDescription> visible;
    for (const auto& candidate : object.fields) {
        if (isVisible(candidate))
            visible.append(candidate);
    }
    return visible;
}

ObjectDescription* OrgSchema::find(QStringView name)
{
    for (auto& candidate : m_objects) {
        if (candidate.name.compare(name, Qt::CaseInsensitive) == 0)
            return &candidate;
    }
    return nullptr;
}

void OrgSchema::setPersonAccounts(bool enabled)
{
    m_personAccounts = enabled;
    touch();
}

bool OrgSchema::setChoices(QStringView object, QStringView field, const QStringList& values)
{
    ObjectDescription* owner = find(object);
    if (!owner || values.isEmpty())
        return false;
    for (auto& candidate : owner->fields) {
        if (candidate.name.compare(field, Qt::CaseInsensitive) == 0) {
            candidate.type = FieldType::Picklist;
            candidate.picklist = values;
            touch();
            return true;
        }
    }
    return false;
}

bool OrgSchema::setFieldHidden(QStringView object, QStringView field, bool hidden)
{
    ObjectDescription* owner = find(object);
    if (!owner)
        return false;
    for (auto& candidate : owner->fields) {
        if (candidate.name.compare(field, Qt::CaseInsensitive) == 0) {
            candidate.traits.setFlag(FieldTrait::Hidden, hidden);
            touch();
            return true;
        }
    }
    return false;
}

bool OrgSchema::setObjectHidden(QStringView object, bool hidden)
{
    ObjectDescription* found = find(object);
    if (found) {
        found->hidden = hidden;
        touch();
    }
    return found;
}

bool OrgSchema::setCreateable(QStringView object, bool createable)
{
    ObjectDescription* found = find(object);
    if (found) {
        found->createable = createable;
        touch();
    }
    return found;
}

bool OrgSchema::addField(QStringView object, const FieldDescription& field)
{
    ObjectDescription* found = find(object);
    if (found) {
        found->fields.append(field);
        touch();
    }
    return found;
}

QJsonObject OrgSchema::summary(const ObjectDescription& object, int version) const
{
    return {{u"activateable"_s, false},
            {u"createable"_s, object.createable},
            {u"custom"_s, false},
            {u"customSetting"_s, false},
            {u"deletable"_s, object.createable},
            {u"deprecatedAndHidden"_s, false},
            {u"feedEnabled"_s, true},
            {u"hasSubtypes"_s, object.name == "Account"_L1 && m_personAccounts},
            {u"isSubtype"_s, false},
            {u"keyPrefix"_s, object.keyPrefix},
            {u"label"_s, object.label},
            {u"labelPlural"_s, object.labelPlural},
            {u"layoutable"_s, object.createable},
            {u"mergeable"_s, object.createable},
            {u"mruEnabled"_s, true},
            {u"name"_s, object.name},
            {u"queryable"_s, true},
            {u"replicateable"_s, true},
            {u"retrieveable"_s, true},
            {u"searchable"_s, object.searchable},
            {u"triggerable"_s, true},
            {u"undeletable"_s, object.createable},
            {u"updateable"_s, object.createable},
            {u"urls"_s,
             QJsonObject{{u"sobject"_s, resource(object, version, QString())},
                         {u"describe"_s, resource(object, version, u"/describe"_s)},
                         {u"rowTemplate"_s, resource(object, version, u"/{ID}"_s)}}}};
}

QJsonObject OrgSchema::describe(const ObjectDescription& object, int version) const
{
    QJsonArray fields;
    for (const auto& field : visibleFields(object))
        fields.append(field.toDescribe());

    QJsonArray recordTypes;
    bool masterIsDefault = true;
    for (const auto& type : object.recordTypes) {
        masterIsDefault = masterIsDefault && !type.byDefault;
        recordTypes.append(QJsonObject{{u"active"_s, true},
                                       {u"available"_s, true},
                                       {u"defaultRecordTypeMapping"_s, type.byDefault},
                                       {u"developerName"_s, type.name},
                                       {u"master"_s, false},
                                       {u"name"_s, type.name},
                                       {u"recordTypeId"_s, type.id},
                                       {u"urls"_s, QJsonObject{}}});
    }
    recordTypes.append(QJsonObject{{u"active"_s, true},
                                   {u"available"_s, true},
                                   {u"defaultRecordTypeMapping"_s, masterIsDefault},
                                   {u"developerName"_s, u"Master"_s},
                                   {u"master"_s, true},
                                   {u"name"_s, u"Master"_s},
                                   {u"recordTypeId"_s, u"012000000000000AAA"_s},
                                   {u"urls"_s, QJsonObject{}}});

    QJsonObject description = summary(object, version);
    description.insert(u"actionOverrides"_s, QJsonArray{});
    description.insert(u"childRelationships"_s, QJsonArray{});
    description.insert(u"compactLayoutable"_s, object.createable);
    description.insert(u"fields"_s, fields);
    description.insert(u"listviewable"_s, QJsonValue::Null);
    description.insert(u"lookupLayoutable"_s, QJsonValue::Null);
    description.insert(u"namedLayoutInfos"_s, QJsonArray{});
    description.insert(u"networkScopeFieldName"_s, QJsonValue::Null);
    description.insert(u"recordTypeInfos"_s, recordTypes);
    description.insert(u"searchLayoutable"_s, object.searchable);
    description.insert(u"supportedScopes"_s, QJsonArray{});
    return description;
}

} // namespace companion::sandbox

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFlags>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace companion::sandbox {

enum class FieldType {
    Id,
    Text,
    Phone,
    Email,
    Url,
    TextArea,
    LongText,
    Picklist,
    Combobox,
    Boolean,
    Integer,
    Double,
    Currency,
    Date,
    DateTime,
    Reference,
};

enum class FieldTrait {
    None = 0,
    Required = 1,
    ReadOnly = 2,
    CreateOnly = 4,
    Defaulted = 8,
    External = 16,
    NameField = 32,
    Restricted = 64,
    Hidden = 128,
    //! Exists only where person accounts are enabled (salesforce-api.md 6).
    PersonAccounts = 256,
};
Q_DECLARE_FLAGS(FieldTraits, FieldTrait)
Q_DECLARE_OPERATORS_FOR_FLAGS(FieldTraits)

struct FieldDescription
{
    QString name;
    QString label;
    FieldType type = FieldType::Text;
    int length = 0;
    FieldTraits traits;
    QStringList picklist;
    QStringList referenceTo;
    QString relationshipName;
    QJsonValue defaultValue;

    [[nodiscard]] bool isText() const;
    [[nodiscard]] bool isRecordId() const
    {
        return type == FieldType::Id || type == FieldType::Reference;
    }
    [[nodiscard]] bool isFilterable() const { return type != FieldType::LongText; }
    [[nodiscard]] bool isCreateable() const { return !traits.testFlag(FieldTrait::ReadOnly); }
    [[nodiscard]] bool isUpdateable() const;
    [[nodiscard]] QJsonObject toDescribe() const;
};

struct RecordTypeDescription
{
    QString name;
    QString id;
    bool byDefault = false;
};

struct ObjectDescription
{
    QString name;
    QString label;
    QString labelPlural;
    QString keyPrefix;
    bool createable = true;
    bool searchable = true;
    bool hidden = false;
    QList<FieldDescription> fields;
    QList<RecordTypeDescription> recordTypes;

    [[nodiscard]] QString nameFieldName() const;
};

//! \brief What objects and fields the org has, and which of them its user can see. Names are
//! found without regard to case, as Salesforce does.
class OrgSchema
{
public:
    OrgSchema();

    //! \brief The object if the user can see it.
    [[nodiscard]] const ObjectDescription* object(QStringView name) const;
    [[nodiscard]] const ObjectDescription* objectOfId(QStringView id) const;
    [[nodiscard]] const FieldDescription* field(const ObjectDescription& object,
                                                QStringView name) const;
    [[nodiscard]] const FieldDescription* relationship(const ObjectDescription& object,
                                                       QStringView name) const;
    [[nodiscard]] QList<FieldDescription> visibleFields(const ObjectDescription& object) const;
    [[nodiscard]] const QList<ObjectDescription>& allObjects() const { return m_objects; }

    [[nodiscard]] bool hasPersonAccounts() const { return m_personAccounts; }
    void setPersonAccounts(bool enabled);
    bool setFieldHidden(QStringView object, QStringView field, bool hidden);
    //! \brief Makes the field a picklist of these values, as an administrator would.
    bool setChoices(QStringView object, QStringView field, const QStringList& values);
    bool setObjectHidden(QStringView object, bool hidden);
    bool setCreateable(QStringView object, bool createable);
    bool addField(QStringView object, const FieldDescription& field);

    //! \brief When anything of the above last changed, for If-Modified-Since.
    [[nodiscard]] QDateTime lastChange() const { return m_lastChange; }

    [[nodiscard]] QJsonObject describe(const ObjectDescription& object, int version) const;
    [[nodiscard]] QJsonObject summary(const ObjectDescription& object, int version) const;

private:
    [[nodiscard]] bool isVisible(const FieldDescription& field) const;
    ObjectDescription* find(QStringView name);
    void touch();

    QList<ObjectDescription> m_objects;
    QDateTime m_lastChange;
    bool m_personAccounts = false;
};

//! \brief The objects of a new org (salesforce-api.md 5.1 and 6).
[[nodiscard]] QList<ObjectDescription> standardObjects();

} // namespace companion::sandbox

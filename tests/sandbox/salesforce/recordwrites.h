// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/salesforce/apitypes.h"
#include "tests/sandbox/salesforce/orgstate.h"

#include <variant>

namespace companion::sandbox {

enum class DuplicateSaving { Refused, Allowed };

//! \brief What the header Sforce-Duplicate-Rule-Header asks for (salesforce-api.md 3.5).
[[nodiscard]] DuplicateSaving duplicateSaving(const ApiCall& call);

//! \brief Creates, changes and deletes rows under the rules of the org: field types and lengths,
//! required fields, references, the rules of Task (salesforce-api.md 5), duplicate and validation
//! rules. Nothing is stored when anything is refused.
class RecordWrites
{
public:
    RecordWrites(OrgState& state, int version, DuplicateSaving duplicates)
        : m_state(state), m_version(version), m_duplicates(duplicates)
    {}

    Outcome<QString> create(const QString& objectName, const QJsonObject& fields);
    Outcome<QString> update(const QString& objectName, const QString& id,
                            const QJsonObject& fields);
    Outcome<QString> remove(const QString& objectName, const QString& id);

    //! \brief A row that can be read: the record or 404 in its two kinds.
    Outcome<const Record*> existing(const QString& objectName, const QString& id) const;

private:
    enum class Kind { Create, Update };

    Outcome<const ObjectDescription*> writableObject(const QString& name) const;
    Outcome<QJsonObject> checkedFields(const ObjectDescription& object, const QJsonObject& fields,
                                       Kind kind) const;
    Outcome<QJsonValue> checkedValue(const ObjectDescription& object, const FieldDescription& field,
                                     const QJsonValue& value) const;
    Outcome<QJsonValue> checkedText(const FieldDescription& field, const QJsonValue& value) const;
    Outcome<QJsonValue> checkedReference(const ObjectDescription& object,
                                         const FieldDescription& field, const QString& id) const;
    [[nodiscard]] std::optional<ApiError> missingFields(const ObjectDescription& object,
                                                        const QJsonObject& values) const;
    [[nodiscard]] std::optional<ApiError> brokenRule(const ObjectDescription& object,
                                                     const QJsonObject& values) const;
    [[nodiscard]] std::optional<ApiError> duplicate(const ObjectDescription& object,
                                                    const QJsonObject& values) const;
    [[nodiscard]] std::optional<ApiError> locked(const ObjectDescription& object,
                                                 const QString& id);
    void deriveFields(const ObjectDescription& object, QJsonObject& values) const;
    void deriveTaskFields(QJsonObject& values) const;

    OrgState& m_state;
    int m_version;
    DuplicateSaving m_duplicates;
};

} // namespace companion::sandbox

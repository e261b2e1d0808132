// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/salesforce/apitypes.h"
#include "tests/sandbox/salesforce/orgschema.h"
#include "tests/sandbox/salesforce/recordstore.h"
#include "tests/sandbox/salesforce/soqlstatement.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace companion::sandbox {

//! \brief What reading rows needs to know of the org.
struct ReadContext
{
    const OrgSchema& schema;
    const RecordStore& store;
    int version = 67;
};

//! \brief A field path whose names have been found in the schema.
struct BoundPath
{
    //! The reference fields to follow, in order.
    QList<FieldDescription> hops;
    FieldDescription field;
    FieldPath written;
};

struct BoundCondition
{
    ConditionKind kind = ConditionKind::Compare;
    QList<BoundCondition> children;
    BoundPath path;
    Comparison comparison = Comparison::Equal;
    QList<Literal> literals;
    QRegularExpression likePattern;
};

struct BoundSortKey
{
    BoundPath path;
    bool descending = false;
    bool nullsLast = false;
};

//! \brief One object's part of a statement, its names checked against what the user can see;
//! filters, sorts and renders rows.
class Selection
{
public:
    struct Source
    {
        QString statement;
        QString object;
        qsizetype position = 0;
        QString alias;
        QString fieldGroup;
    };

    [[nodiscard]] static Outcome<Selection> bind(const ReadContext& context, const Source& source,
                                                 const QList<FieldPath>& fields,
                                                 const Clauses& clauses);

    [[nodiscard]] const ObjectDescription& object() const { return m_object; }
    [[nodiscard]] QList<const Record*> choose(const ReadContext& context,
                                              const QList<const Record*>& candidates) const;
    [[nodiscard]] QJsonObject render(const ReadContext& context, const Record& record) const;

private:
    ObjectDescription m_object;
    QList<BoundPath> m_fields;
    std::optional<BoundCondition> m_where;
    QList<BoundSortKey> m_orderBy;
    std::optional<int> m_limit;
    int m_offset = 0;
};

//! \brief `{"type","url"}` as each returned row carries it.
[[nodiscard]] QJsonObject rowAttributes(const Record& record, int version);

} // namespace companion::sandbox

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/selection.h"

#include <QTimeZone>

#include <algorithm>
#include <compare>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    QJsonValue fieldValue(const Record& record, const FieldDescription& field)
    {
        if (field.name == "Type"_L1 && field.type == FieldType::Text
            && !record.values.contains("Type"_L1))
            return record.object;
        auto value = record.values.value(field.name);
        if (value.isUndefined() || value.isNull())
            return field.type == FieldType::Boolean ? QJsonValue(false)
                                                    : QJsonValue(QJsonValue::Null);
        return value;
    }

    const Record* parentOf(const ReadContext& context, const Record& record,
                           const FieldDescription& hop)
    {
        const QString id = record.text(hop.name);
        return id.isEmpty() ? nullptr : context.store.find(id);
    }

    QJsonValue pathValue(const ReadContext& context, const Record& record, const BoundPath& path)
    {
        const Record* at = &record;
        for (const auto& hop : path.hops) {
            at = parentOf(context, *at, hop);
            if (!at)
                return QJsonValue::Null;
        }
        return fieldValue(*at, path.field);
    }

    std::partial_ordering orderOf(const QJsonValue& value, const Literal& literal,
                                  const FieldDescription& field)
    {
        switch (literal.kind) {
        case LiteralKind::Text:
            if (field.isRecordId())
                return value.toString().compare(toLongId(literal.text)) <=> 0;
            return value.toString().compare(literal.text, Qt::CaseInsensitive) <=> 0;
        case LiteralKind::Number:
            return value.toDouble() <=> literal.number;
        case LiteralKind::Boolean:
            return int(value.toBool()) <=> int(literal.truth);
        case LiteralKind::Date:
            return QDate::fromString(value.toString(), Qt::ISODate).toJulianDay()
                <=> literal.date.toJulianDay();
        case LiteralKind::DateTime:
            return fromApiTime(value.toString()).toMSecsSinceEpoch()
                <=> literal.from.toMSecsSinceEpoch();
        case LiteralKind::DateRange: {
            // A range counts as one value: inside is equal, before its beginning less, after its
            // end greater.
            const auto moment = field.type == FieldType::Date
                ? QDateTime(QDate::fromString(value.toString(), Qt::ISODate), QTime(0, 0),
                            literal.from.timeZone())
                : fromApiTime(value.toString());
            if (moment < literal.from)
                return std::partial_ordering::less;
            return moment < literal.until ? std::partial_ordering::equivalent
                                          : std::partial_ordering::greater;
        }
        case LiteralKind::Null:
            break;
        }
        return std::partial_ordering::unordered;
    }

    bool equals(const QJsonValue& value, const Literal& literal, const FieldDescription& field)
    {
        const bool empty = value.isNull() || (value.isString() && value.toString().isEmpty());
        const bool asksEmpty = literal.kind == LiteralKind::Null
            || (literal.kind == LiteralKind::Text && literal.text.isEmpty());
        if (empty || asksEmpty)
            return empty && asksEmpty;
        return std::is_eq(orderOf(value, literal, field));
    }

    bool holds(const BoundCondition& condition, const QJsonValue& value)
    {
        const FieldDescription& field = condition.path.field;
        const auto isAnyOf = [&] {
            return std::any_of(
                condition.literals.begin(), condition.literals.end(),
                [&](const Literal& literal) { return equals(value, literal, field); });
        };
        switch (condition.comparison) {
        case Comparison::Equal:
        case Comparison::In:
            return isAnyOf();
        case Comparison::NotEqual:
        case Comparison::NotIn:
            return !isAnyOf();
        case Comparison::Like:
            return value.isString() && condition.likePattern.match(value.toString()).hasMatch();
        case Comparison::Less:
        case Comparison::Greater:
        case Comparison::LessOrEqual:
        case Comparison::GreaterOrEqual:
            break;
        }
        if (value.isNull())
            return false;
        const auto order = orderOf(value, condition.literals.first(), field);
        if (condition.comparison == Comparison::Less)
            return std::is_lt(order);
        if (condition.comparison == Comparison::Greater)
            return std::is_gt(order);
        return condition.comparison == Comparison::LessOrEqual ? std::is_lteq(order)
                                                               : std::is_gteq(order);
    }

    bool matches(const ReadContext& context, const BoundCondition& condition, const Record& record)
    {
        const auto child = [&](const BoundCondition& inner) {
            return matches(context, inner, record);
        };
        switch (condition.kind) {
        case ConditionKind::And:
            return std::all_of(condition.children.begin(), condition.children.end(), child);
        case ConditionKind::Or:
            return std::any_of(condition.children.begin(), condition.children.end(), child);
        case ConditionKind::Not:
            return !child(condition.children.first());
        case ConditionKind::Compare:
            return holds(condition, pathValue(context, record, condition.path));
        }
        return false;
    }

    int compareValues(const QJsonValue& a, const QJsonValue& b)
    {
        if (a.isString() || b.isString())
            return a.toString().compare(b.toString(), Qt::CaseInsensitive);
        if (a.isBool())
            return int(a.toBool()) - int(b.toBool());
        const double difference = a.toDouble() - b.toDouble();
        return difference < 0 ? -1 : int(difference > 0);
    }

    int compareBy(const BoundSortKey& key, const QJsonValue& a, const QJsonValue& b)
    {
        if (a.isNull() || b.isNull()) {
            const int nullsFirst = int(b.isNull()) - int(a.isNull());
            return key.nullsLast ? -nullsFirst : nullsFirst;
        }
        const int order = compareValues(a, b);
        return key.descending ? -order : order;
    }

    // ---- rendering ----

    QJsonObject renderFields(const ReadContext& context, const Record& record,
                             const QList<BoundPath>& paths, qsizetype depth)
    {
        QJsonObject row{{u"attributes"_s, rowAttributes(record, context.version)}};
        QList<QString> done;
        for (const auto& path : paths) {
            if (path.hops.size() == depth) {
                row.insert(path.field.name, fieldValue(record, path.field));
                continue;
            }
            const FieldDescription& hop = path.hops.at(depth);
            if (done.contains(hop.name))
                continue;
            done.append(hop.name);
            QList<BoundPath> below;
            std::copy_if(
                paths.begin(), paths.end(), std::back_inserter(below), [&](const BoundPath& other) {
                    return other.hops.size() > depth && other.hops.at(depth).name == hop.name;
                });
            const Record* parent = parentOf(context, record, hop);
            row.insert(hop.relationshipName,
                       parent ? QJsonValue(renderFields(context, *parent, below, depth + 1))
                              : QJsonValue(QJsonValue::Null));
        }
        return row;
    }

} // namespace

QJsonObject rowAttributes(const Record& record, int version)
{
    return {{u"type"_s, record.object},
            {u"url"_s,
             u"/services/data/v%1.0/sobjects/%2/%3"_s.arg(version).arg(record.object, record.id)}};
}

QList<const Record*> Selection::choose(const ReadContext& context,
                                       const QList<const Record*>& candidates) const
{
    QList<const Record*> chosen;
    for (const Record* record : candidates) {
        if (!m_where || matches(context, *m_where, *record))
            chosen.append(record);
    }
    if (!m_orderBy.isEmpty()) {
        std::stable_sort(chosen.begin(), chosen.end(), [&](const Record* a, const Record* b) {
            for (const auto& key : m_orderBy) {
                const int order = compareBy(key, pathValue(context, *a, key.path),
                                            pathValue(context, *b, key.path));
                if (order != 0)
                    return order < 0;
            }
            return false;
        });
    }
    return chosen.mid(m_offset, m_limit.value_or(-1));
}

QJsonObject Selection::render(const ReadContext& context, const Record& record) const
{
    return renderFields(context, record, m_fields, 0);
}

} // namespace companion::sandbox

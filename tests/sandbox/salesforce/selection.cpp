// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/selection.h"

#include "tests/sandbox/salesforce/soqllexer.h"

#include <algorithm>
#include <compare>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumHops = 5;

//! What a polymorphic parent (Who, What) can be asked for: the fields of Salesforce's "Name" object.
const FieldDescription* nameField(const QString& name)
{
    static const QList<FieldDescription> fields = [] {
        QList<FieldDescription> list;
        for (const auto& field : {u"Id"_s, u"Name"_s, u"Type"_s, u"FirstName"_s, u"LastName"_s, u"Phone"_s, u"Email"_s,
                                  u"Title"_s, u"Username"_s, u"Alias"_s}) {
            FieldDescription description;
            description.name = field;
            description.label = field;
            list.append(description);
        }
        return list;
    }();
    for (const auto& field : fields) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            return &field;
    }
    return nullptr;
}

bool isRecordId(const FieldDescription& field)
{
    return field.type == FieldType::Id || field.type == FieldType::Reference;
}

QJsonValue fieldValue(const Record& record, const FieldDescription& field)
{
    if (field.name == "Type"_L1 && field.type == FieldType::Text && !record.values.contains("Type"_L1))
        return record.object;
    const auto value = record.values.value(field.name);
    if (value.isUndefined() || value.isNull())
        return field.type == FieldType::Boolean ? QJsonValue(false) : QJsonValue(QJsonValue::Null);
    return value;
}

const Record* parentOf(const ReadContext& context, const Record& record, const FieldDescription& hop)
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

// ---- binding names ----

//! Finds the names of one statement in the schema and words the refusals.
class Binder
{
public:
    Binder(const ReadContext& context, const Selection::Source& source, const ObjectDescription& object)
        : m_context(context)
        , m_source(source)
        , m_object(object)
    {
    }

    [[nodiscard]] Outcome<BoundPath> bindPath(const FieldPath& path) const
    {
        BoundPath bound;
        bound.written = path;
        QStringList parts = path.parts;
        if (parts.size() > 1
            && (parts.first().compare(m_source.alias, Qt::CaseInsensitive) == 0
                || parts.first().compare(m_object.name, Qt::CaseInsensitive) == 0)) {
            // "Contact.Name" in a query of Contact: the object's own name may stand in front, unless it
            // is a relationship of that name too.
            if (!m_context.schema.relationship(m_object, parts.first()))
                parts.removeFirst();
        }
        bound.written.parts = parts;
        const ObjectDescription* object = &m_object;
        bool polymorphic = false;
        for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
            const FieldDescription* hop = polymorphic ? nullptr : m_context.schema.relationship(*object, parts.at(i));
            if (!hop || i >= maximumHops)
                return unknownRelationship(parts.at(i), path.position);
            bound.hops.append(*hop);
            polymorphic = hop->referenceTo.size() > 1;
            if (polymorphic)
                continue;
            object = m_context.schema.object(hop->referenceTo.first());
            if (!object)
                return unknownRelationship(parts.at(i), path.position);
        }
        const FieldDescription* field
            = polymorphic ? nameField(parts.last()) : m_context.schema.field(*object, parts.last());
        if (!field)
            return unknownColumn(parts.last(), polymorphic ? u"Name"_s : object->name, path.position);
        bound.field = *field;
        return bound;
    }

    [[nodiscard]] Outcome<BoundCondition> bindCondition(const Condition& condition) const
    {
        BoundCondition bound;
        bound.kind = condition.kind;
        for (const auto& child : condition.children) {
            auto inner = bindCondition(child);
            if (!inner)
                return inner.error();
            bound.children.append(*inner);
        }
        if (condition.kind != ConditionKind::Compare)
            return bound;

        auto path = bindPath(condition.path);
        if (!path)
            return path.error();
        bound.path = *path;
        bound.comparison = condition.comparison;
        bound.literals = condition.literals;
        const FieldDescription& field = bound.path.field;
        if (!field.isFilterable())
            return complaint(u"INVALID_FIELD"_s, condition.path.position,
                             u"field '%1' can not be filtered in a query call"_s.arg(field.name));
        if (auto refused = checkOperator(condition, field))
            return *refused;
        for (const auto& literal : condition.literals) {
            if (auto refused = checkLiteral(literal, field))
                return *refused;
        }
        if (condition.comparison == Comparison::Like)
            bound.likePattern = likeExpression(condition.literals.first().pattern);
        return bound;
    }

    [[nodiscard]] ApiError complaint(const QString& code, qsizetype position, const QString& sentence) const
    {
        return statementError(code, m_source.statement, position, sentence);
    }

private:
    [[nodiscard]] ApiError unknownColumn(const QString& name, const QString& entity, qsizetype position) const
    {
        return complaint(u"INVALID_FIELD"_s, position,
                         u"No such column '%1' on entity '%2'. If you are attempting to use a custom field, be "
                         "sure to append the '__c' after the custom field name. Please reference your WSDL or the "
                         "describe call for the appropriate names."_s.arg(name, entity));
    }

    [[nodiscard]] ApiError unknownRelationship(const QString& name, qsizetype position) const
    {
        return complaint(u"INVALID_FIELD"_s, position,
                         u"Didn't understand relationship '%1' in field path. If you are attempting to use a "
                         "custom relationship, be sure to append the '__r' after the custom relationship name. "
                         "Please reference your WSDL or the describe call for the appropriate names."_s.arg(name));
    }

    [[nodiscard]] std::optional<ApiError> checkOperator(const Condition& condition,
                                                        const FieldDescription& field) const
    {
        const QString code = u"INVALID_QUERY_FILTER_OPERATOR"_s;
        if (condition.comparison == Comparison::Like && isRecordId(field))
            return complaint(code, condition.path.position, u"invalid operator on id field"_s);
        if (condition.comparison == Comparison::Like && !field.isText())
            return complaint(u"INVALID_FIELD"_s, condition.path.position, u"invalid operator on field '%1'"_s.arg(field.name));
        return {};
    }

    [[nodiscard]] std::optional<ApiError> checkLiteral(const Literal& literal, const FieldDescription& field) const
    {
        if (literal.kind == LiteralKind::Null)
            return {};
        switch (field.type) {
        case FieldType::Id:
        case FieldType::Reference:
            if (literal.kind == LiteralKind::Text && (literal.text.isEmpty() || looksLikeId(literal.text)))
                return {};
            return complaint(u"INVALID_QUERY_FILTER_OPERATOR"_s, literal.position,
                             u"invalid ID field: %1"_s.arg(literal.text));
        case FieldType::Boolean: return require(literal, field, literal.kind == LiteralKind::Boolean, "boolean"_L1);
        case FieldType::Integer: return require(literal, field, literal.kind == LiteralKind::Number, "int"_L1);
        case FieldType::Double: return require(literal, field, literal.kind == LiteralKind::Number, "double"_L1);
        case FieldType::Currency: return require(literal, field, literal.kind == LiteralKind::Number, "currency"_L1);
        case FieldType::Date:
            return require(literal, field,
                           literal.kind == LiteralKind::Date || literal.kind == LiteralKind::DateRange, "date"_L1);
        case FieldType::DateTime:
            return require(literal, field,
                           literal.kind == LiteralKind::DateTime || literal.kind == LiteralKind::DateRange,
                           "dateTime"_L1);
        case FieldType::Text:
        case FieldType::Phone:
        case FieldType::Email:
        case FieldType::Url:
        case FieldType::TextArea:
        case FieldType::LongText:
        case FieldType::Picklist:
        case FieldType::Combobox: break;
        }
        if (literal.kind == LiteralKind::Text)
            return {};
        return complaint(u"INVALID_FIELD"_s, literal.position,
                         u"value of filter criterion for field '%1' must be of type string and should be enclosed "
                         "in quotes"_s.arg(field.name));
    }

    [[nodiscard]] std::optional<ApiError> require(const Literal& literal, const FieldDescription& field, bool fits,
                                                  QLatin1StringView type) const
    {
        if (fits)
            return {};
        return complaint(u"INVALID_FIELD"_s, literal.position,
                         u"value of filter criterion for field '%1' must be of type %2 and should not be enclosed "
                         "in quotes"_s.arg(field.name, type));
    }

    static QRegularExpression likeExpression(const QString& pattern)
    {
        QString expression;
        for (qsizetype i = 0; i < pattern.size(); ++i) {
            const QChar c = pattern.at(i);
            if (c == u'%')
                expression.append(".*"_L1);
            else if (c == u'_')
                expression.append(u'.');
            else if (c == u'\\' && i + 1 < pattern.size())
                expression.append(QRegularExpression::escape(QString(pattern.at(++i))));
            else
                expression.append(QRegularExpression::escape(QString(c)));
        }
        return QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                  QRegularExpression::CaseInsensitiveOption
                                      | QRegularExpression::DotMatchesEverythingOption);
    }

    const ReadContext& m_context;
    const Selection::Source& m_source;
    const ObjectDescription& m_object;
};

// ---- comparing ----

std::partial_ordering orderOf(const QJsonValue& value, const Literal& literal, const FieldDescription& field)
{
    switch (literal.kind) {
    case LiteralKind::Text:
        if (isRecordId(field))
            return value.toString() == toLongId(literal.text) ? std::partial_ordering::equivalent
                                                              : value.toString() <=> literal.text == 0
                    ? std::partial_ordering::unordered
                    : std::partial_ordering(value.toString() <=> toLongId(literal.text));
        return value.toString().compare(literal.text, Qt::CaseInsensitive) <=> 0;
    case LiteralKind::Number: return value.toDouble() <=> literal.number;
    case LiteralKind::Boolean: return int(value.toBool()) <=> int(literal.truth);
    case LiteralKind::Date: return QDate::fromString(value.toString(), Qt::ISODate).toJulianDay() <=> literal.date.toJulianDay();
    case LiteralKind::DateTime: return fromApiTime(value.toString()).toMSecsSinceEpoch() <=> literal.from.toMSecsSinceEpoch();
    case LiteralKind::DateRange: {
        // A range counts as one value: inside is equal, before its beginning less, after its end greater.
        const auto moment = field.type == FieldType::Date
            ? QDateTime(QDate::fromString(value.toString(), Qt::ISODate), QTime(0, 0), literal.from.timeZone())
            : fromApiTime(value.toString());
        if (moment < literal.from)
            return std::partial_ordering::less;
        return moment < literal.until ? std::partial_ordering::equivalent : std::partial_ordering::greater;
    }
    case LiteralKind::Null: break;
    }
    return std::partial_ordering::unordered;
}

bool equals(const QJsonValue& value, const Literal& literal, const FieldDescription& field)
{
    const bool empty = value.isNull() || (value.isString() && value.toString().isEmpty());
    const bool asksEmpty
        = literal.kind == LiteralKind::Null || (literal.kind == LiteralKind::Text && literal.text.isEmpty());
    if (empty || asksEmpty)
        return empty && asksEmpty;
    return orderOf(value, literal, field) == 0;
}

bool holds(const BoundCondition& condition, const QJsonValue& value)
{
    const FieldDescription& field = condition.path.field;
    const auto isAnyOf = [&] {
        return std::any_of(condition.literals.begin(), condition.literals.end(),
                           [&](const Literal& literal) { return equals(value, literal, field); });
    };
    switch (condition.comparison) {
    case Comparison::Equal:
    case Comparison::In: return isAnyOf();
    case Comparison::NotEqual:
    case Comparison::NotIn: return !isAnyOf();
    case Comparison::Like: return value.isString() && condition.likePattern.match(value.toString()).hasMatch();
    case Comparison::Less:
    case Comparison::Greater:
    case Comparison::LessOrEqual:
    case Comparison::GreaterOrEqual: break;
    }
    if (value.isNull())
        return false;
    const auto order = orderOf(value, condition.literals.first(), field);
    if (condition.comparison == Comparison::Less)
        return order < 0;
    if (condition.comparison == Comparison::Greater)
        return order > 0;
    return condition.comparison == Comparison::LessOrEqual ? order <= 0 : order >= 0;
}

bool matches(const ReadContext& context, const BoundCondition& condition, const Record& record)
{
    const auto child = [&](const BoundCondition& inner) { return matches(context, inner, record); };
    switch (condition.kind) {
    case ConditionKind::And: return std::all_of(condition.children.begin(), condition.children.end(), child);
    case ConditionKind::Or: return std::any_of(condition.children.begin(), condition.children.end(), child);
    case ConditionKind::Not: return !child(condition.children.first());
    case ConditionKind::Compare: return holds(condition, pathValue(context, record, condition.path));
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

QJsonObject renderFields(const ReadContext& context, const Record& record, const QList<BoundPath>& paths,
                         qsizetype depth)
{
    QJsonObject row {{u"attributes"_s, rowAttributes(record, context.version)}};
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
        std::copy_if(paths.begin(), paths.end(), std::back_inserter(below), [&](const BoundPath& other) {
            return other.hops.size() > depth && other.hops.at(depth).name == hop.name;
        });
        const Record* parent = parentOf(context, record, hop);
        row.insert(hop.relationshipName,
                   parent ? QJsonValue(renderFields(context, *parent, below, depth + 1))
                          : QJsonValue(QJsonValue::Null));
    }
    return row;
}

QList<FieldPath> groupPaths(const ReadContext& context, const ObjectDescription& object, const QString& group)
{
    QList<FieldPath> paths;
    for (const auto& field : context.schema.visibleFields(object)) {
        const bool custom = field.name.endsWith("__c"_L1);
        if (group == "ALL"_L1 || (group == "CUSTOM"_L1) == custom)
            paths.append({{field.name}, 0});
    }
    return paths;
}

} // namespace

QJsonObject rowAttributes(const Record& record, int version)
{
    return {{u"type"_s, record.object},
            {u"url"_s, u"/services/data/v%1.0/sobjects/%2/%3"_s.arg(version).arg(record.object, record.id)}};
}

Outcome<Selection> Selection::bind(const ReadContext& context, const Source& source, const QList<FieldPath>& fields,
                                   const Clauses& clauses)
{
    const ObjectDescription* object = context.schema.object(source.object);
    if (!object)
        return statementError(u"INVALID_TYPE"_s, source.statement, source.position,
                              u"sObject type '%1' is not supported. If you are attempting to use a custom object, be "
                              "sure to append the '__c' after the entity name. Please reference your WSDL or the "
                              "describe call for the appropriate names."_s.arg(source.object));
    const Binder binder(context, source, *object);
    Selection selection;
    selection.m_object = *object;

    const QList<FieldPath> wanted
        = source.fieldGroup.isEmpty() ? fields : groupPaths(context, *object, source.fieldGroup) + fields;
    QStringList seen;
    for (const auto& path : wanted) {
        auto bound = binder.bindPath(path);
        if (!bound)
            return bound.error();
        const QString name = bound->written.written().toLower();
        if (seen.contains(name))
            return binder.complaint(u"INVALID_FIELD"_s, path.position, u"duplicate field selected: %1"_s.arg(path.written()));
        seen.append(name);
        selection.m_fields.append(*bound);
    }
    if (clauses.where) {
        auto bound = binder.bindCondition(*clauses.where);
        if (!bound)
            return bound.error();
        selection.m_where = *bound;
    }
    for (const auto& key : clauses.orderBy) {
        auto bound = binder.bindPath(key.path);
        if (!bound)
            return bound.error();
        if (bound->field.type == FieldType::LongText)
            return binder.complaint(u"INVALID_FIELD"_s, key.path.position,
                                    u"field '%1' can not be sorted in a query call"_s.arg(bound->field.name));
        selection.m_orderBy.append({*bound, key.descending, key.nullsLast});
    }
    if (clauses.offset > 2000)
        return ApiError {.status = 400, .code = u"NUMBER_OUTSIDE_VALID_RANGE"_s, .message = u"Maximum SOQL offset allowed is 2000"_s, .fields = {}, .extra = {}};
    selection.m_limit = clauses.limit;
    selection.m_offset = clauses.offset;
    return selection;
}

QList<const Record*> Selection::choose(const ReadContext& context, const QList<const Record*>& candidates) const
{
    QList<const Record*> chosen;
    for (const Record* record : candidates) {
        if (!m_where || matches(context, *m_where, *record))
            chosen.append(record);
    }
    if (!m_orderBy.isEmpty()) {
        std::stable_sort(chosen.begin(), chosen.end(), [&](const Record* a, const Record* b) {
            for (const auto& key : m_orderBy) {
                const int order
                    = compareBy(key, pathValue(context, *a, key.path), pathValue(context, *b, key.path));
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

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a Selection finds its names in the schema, and how it refuses what is not there.
#include "tests/sandbox/salesforce/selection.h"
#include "tests/sandbox/salesforce/soqllexer.h"

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maximumHops = 5;

    //! What a polymorphic parent (Who, What) can be asked for: the fields of Salesforce's "Name"
    //! object.
    const FieldDescription* nameField(const QString& name)
    {
        static const QList<FieldDescription> fields = [] {
            QList<FieldDescription> list;
            for (const auto& field :
                 {u"Id"_s, u"Name"_s, u"Type"_s, u"FirstName"_s, u"LastName"_s, u"Phone"_s,
                  u"Email"_s, u"Title"_s, u"Username"_s, u"Alias"_s}) {
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

    //! Finds the names of one statement in the schema and words the refusals.
    class Binder
    {
    public:
        Binder(const ReadContext& context, const Selection::Source& source,
               const ObjectDescription& object)
            : m_context(context), m_source(source), m_object(object)
        {}

        [[nodiscard]] Outcome<BoundPath> bindPath(const FieldPath& path) const
        {
            BoundPath bound;
            bound.written = path;
            QStringList parts = path.parts;
            if (parts.size() > 1
                && (parts.first().compare(m_source.alias, Qt::CaseInsensitive) == 0
                    || parts.first().compare(m_object.name, Qt::CaseInsensitive) == 0)) {
                // "Contact.Name" in a query of Contact: the object's own name may stand in front,
                // unless it is a relationship of that name too.
                if (!m_context.schema.relationship(m_object, parts.first()))
                    parts.removeFirst();
            }
            bound.written.parts = parts;
            const ObjectDescription* object = &m_object;
            bool polymorphic = false;
            for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
                const FieldDescription* hop =
                    polymorphic ? nullptr : m_context.schema.relationship(*object, parts.at(i));
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
            const FieldDescription* field = polymorphic
                ? nameField(parts.last())
                : m_context.schema.field(*object, parts.last());
            if (!field)
                return unknownColumn(parts.last(), polymorphic ? u"Name"_s : object->name,
                                     path.position);
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
                return complaint(
                    u"INVALID_FIELD"_s, condition.path.position,
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

        [[nodiscard]] ApiError complaint(const QString& code, qsizetype position,
                                         const QString& sentence) const
        {
            return statementError(code, m_source.statement, position, sentence);
        }

    private:
        [[nodiscard]] ApiError unknownColumn(const QString& name, const QString& entity,
                                             qsizetype position) const
        {
            return complaint(u"INVALID_FIELD"_s, position,
                             u"No such column '%1' on entity '%2'. If you are attempting to use a "
                             u"custom field, be "
                             "sure to append the '__c' after the custom field name. Please "
                             "reference your WSDL or the "
                             "describe call for the appropriate names."_s.arg(name, entity));
        }

        [[nodiscard]] ApiError unknownRelationship(const QString& name, qsizetype position) const
        {
            return complaint(
                u"INVALID_FIELD"_s, position,
                u"Didn't understand relationship '%1' in field path. If you are attempting to use "
                u"a "
                "custom relationship, be sure to append the '__r' after the custom relationship "
                "name. "
                "Please reference your WSDL or the describe call for the appropriate names."_s.arg(
                    name));
        }

        [[nodiscard]] std::optional<ApiError> checkOperator(const Condition& condition,
                                                            const FieldDescription& field) const
        {
            const QString code = u"INVALID_QUERY_FILTER_OPERATOR"_s;
            if (condition.comparison == Comparison::Like && field.isRecordId())
                return complaint(code, condition.path.position, u"invalid operator on id field"_s);
            if (condition.comparison == Comparison::Like && !field.isText())
                return complaint(u"INVALID_FIELD"_s, condition.path.position,
                                 u"invalid operator on field '%1'"_s.arg(field.name));
            return {};
        }

        [[nodiscard]] std::optional<ApiError> checkLiteral(const Literal& literal,
                                                           const FieldDescription& field) const
        {
            if (literal.kind == LiteralKind::Null)
                return {};
            switch (field.type) {
            case FieldType::Id:
            case FieldType::Reference:
                if (literal.kind == LiteralKind::Text
                    && (literal.text.isEmpty() || looksLikeId(literal.text)))
                    return {};
                return complaint(u"INVALID_QUERY_FILTER_OPERATOR"_s, literal.position,
                                 u"invalid ID field: %1"_s.arg(literal.text));
            case FieldType::Boolean:
                return require(literal, field, literal.kind == LiteralKind::Boolean, "boolean"_L1);
            case FieldType::Integer:
                return require(literal, field, literal.kind == LiteralKind::Number, "int"_L1);
            case FieldType::Double:
                return require(literal, field, literal.kind == LiteralKind::Number, "double"_L1);
            case FieldType::Currency:
                return require(literal, field, literal.kind == LiteralKind::Number, "currency"_L1);
            case FieldType::Date:
                return require(literal, field,
                               literal.kind == LiteralKind::Date
                                   || literal.kind == LiteralKind::DateRange,
                               "date"_L1);
            case FieldType::DateTime:
                return require(literal, field,
                               literal.kind == LiteralKind::DateTime
                                   || literal.kind == LiteralKind::DateRange,
                               "dateTime"_L1);
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
            if (literal.kind == LiteralKind::Text)
                return {};
            return complaint(u"INVALID_FIELD"_s, literal.position,
                             u"value of filter criterion for field '%1' must be of type string and "
                             u"should be enclosed "
                             "in quotes"_s.arg(field.name));
        }

        [[nodiscard]] std::optional<ApiError> require(const Literal& literal,
                                                      const FieldDescription& field, bool fits,
                                                      QLatin1StringView type) const
        {
            if (fits)
                return {};
            return complaint(u"INVALID_FIELD"_s, literal.position,
                             u"value of filter criterion for field '%1' must be of type %2 and "
                             u"should not be enclosed "
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

    QList<FieldPath> groupPaths(const ReadContext& context, const ObjectDescription& object,
                                const QString& group)
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

Outcome<Selection> Selection::bind(const ReadContext& context, const Source& source,
                                   const QList<FieldPath>& fields, const Clauses& clauses)
{
    const ObjectDescription* object = context.schema.object(source.object);
    if (!object)
        return statementError(
            u"INVALID_TYPE"_s, source.statement, source.position,
            u"sObject type '%1' is not supported. If you are attempting to use a custom object, be "
            "sure to append the '__c' after the entity name. Please reference your WSDL or the "
            "describe call for the appropriate names."_s.arg(source.object));
    const Binder binder(context, source, *object);
    Selection selection;
    selection.m_object = *object;

    const QList<FieldPath> wanted = source.fieldGroup.isEmpty()
        ? fields
        : groupPaths(context, *object, source.fieldGroup) + fields;
    QStringList seen;
    for (const auto& path : wanted) {
        auto bound = binder.bindPath(path);
        if (!bound)
            return bound.error();
        const QString name = bound->written.written().toLower();
        if (seen.contains(name))
            return binder.complaint(u"INVALID_FIELD"_s, path.position,
                                    u"duplicate field selected: %1"_s.arg(path.written()));
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
            return binder.complaint(
                u"INVALID_FIELD"_s, key.path.position,
                u"field '%1' can not be sorted in a query call"_s.arg(bound->field.name));
        selection.m_orderBy.append({*bound, key.descending, key.nullsLast});
    }
    if (clauses.offset > 2000)
        return ApiError{.status = 400,
                        .code = u"NUMBER_OUTSIDE_VALID_RANGE"_s,
                        .message = u"Maximum SOQL offset allowed is 2000"_s,
                        .fields = {},
                        .extra = {}};
    selection.m_limit = clauses.limit;
    selection.m_offset = clauses.offset;
    return selection;
}

} // namespace companion::sandbox

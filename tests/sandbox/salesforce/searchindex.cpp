// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/searchindex.h"

#include <QRegularExpression>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype rowsPerObject = 250;
    constexpr qsizetype rowsOverall = 2000;

    bool isWildcard(QChar c)
    {
        return c == anyCharacters || c == oneCharacter;
    }

    //! Western digits for all others, full-width ones included, as an index folds them.
    QString foldDigits(const QString& text)
    {
        QString folded = text;
        for (QChar& c : folded) {
            if (c.isDigit())
                c = QChar(u'0' + c.digitValue());
        }
        return folded;
    }

    QString folded(const QString& text, IndexReading reading)
    {
        if (reading == IndexReading::Pessimistic)
            return foldDigits(text).toCaseFolded();
        QString bare;
        const QString decomposed = foldDigits(text).normalized(QString::NormalizationForm_KD);
        for (const QChar c : decomposed) {
            if (c.category() != QChar::Mark_NonSpacing)
                bare.append(c);
        }
        return bare.toCaseFolded();
    }

    QStringList digitGroups(const QString& text)
    {
        static const QRegularExpression nonDigits(u"[^0-9]+"_s);
        return foldDigits(text).split(nonDigits, Qt::SkipEmptyParts);
    }

    //! Parts at spaces, punctuation and changes between letters and digits; wildcards stay where
    //! they are.
    QStringList wordParts(const QString& text)
    {
        QStringList parts;
        bool lastWasDigit = false;
        bool inPart = false;
        for (const QChar c : text) {
            if (isWildcard(c) && inPart) {
                parts.last().append(c);
                continue;
            }
            if (!c.isLetterOrNumber()) {
                inPart = false;
                continue;
            }
            if (!inPart || c.isDigit() != lastWasDigit)
                parts.append(QString());
            parts.last().append(c);
            lastWasDigit = c.isDigit();
            inPart = true;
        }
        return parts;
    }

    QString withoutOuterPunctuation(QString word)
    {
        while (!word.isEmpty() && !word.back().isLetterOrNumber() && !isWildcard(word.back()))
            word.chop(1);
        while (!word.isEmpty() && !word.front().isLetterOrNumber())
            word.remove(0, 1);
        return word;
    }

    //! A wildcard takes the kind of the character in front of it: digits or anything but digits.
    QRegularExpression wildcardExpression(const QString& pattern)
    {
        QString expression;
        QChar before;
        for (const QChar c : pattern) {
            if (isWildcard(c)) {
                expression.append(before.isDigit() ? "[0-9]"_L1 : "[^0-9]"_L1);
                if (c == anyCharacters)
                    expression.append(u'*');
                continue;
            }
            expression.append(QRegularExpression::escape(QString(c)));
            before = c;
        }
        return QRegularExpression(QRegularExpression::anchoredPattern(expression));
    }

    //! One word to be found among tokens.
    class WordPattern
    {
    public:
        explicit WordPattern(const QString& word)
            : m_word(word), m_wild(std::any_of(word.begin(), word.end(), isWildcard))
        {
            if (m_wild)
                m_expression = wildcardExpression(word);
        }

        [[nodiscard]] bool matches(const QString& token) const
        {
            return m_wild ? m_expression.match(token).hasMatch() : token == m_word;
        }
        [[nodiscard]] bool matchesAny(const QStringList& tokens) const
        {
            if (m_word.isEmpty())
                return false;
            return std::any_of(tokens.begin(), tokens.end(),
                               [this](const QString& token) { return matches(token); });
        }

    private:
        QString m_word;
        bool m_wild;
        QRegularExpression m_expression;
    };

    QString phoneWord(const QString& term)
    {
        QString word;
        for (const QChar c : foldDigits(term)) {
            if (c.isDigit() || (isWildcard(c) && !word.isEmpty()))
                word.append(c);
        }
        return word;
    }

    bool hasLetter(const QString& term)
    {
        return std::any_of(term.begin(), term.end(), [](QChar c) { return c.isLetter(); });
    }

    struct IndexedField
    {
        bool phone = false;
        QString value;
    };

    bool isNameLike(const QString& object, const FieldDescription& field)
    {
        static const QStringList named{u"Account.Website"_s,       u"Account.Site"_s,
                                       u"Contact.AssistantName"_s, u"Lead.Company"_s,
                                       u"Task.Subject"_s,          u"Case.Subject"_s};
        return field.traits.testFlag(FieldTrait::NameField) || field.name == "FirstName"_L1
            || field.name == "LastName"_L1 || named.contains(object + u'.' + field.name);
    }

    bool isInScope(const QString& object, const FieldDescription& field, SearchScope scope)
    {
        switch (scope) {
        case SearchScope::All:
            return field.isText();
        case SearchScope::Name:
            return isNameLike(object, field);
        case SearchScope::Email:
            return field.type == FieldType::Email;
        case SearchScope::Phone:
            return field.type == FieldType::Phone;
        }
        return false;
    }

    //! One search over the rows of an object.
    class Search
    {
    public:
        Search(const ReadContext& context, const SoslStatement& statement,
               const SearchOptions& options, const QDateTime& now)
            : m_context(context), m_statement(statement), m_options(options), m_now(now)
        {}

        [[nodiscard]] QList<const Record*> hits(const ObjectDescription& object) const
        {
            QList<const Record*> found;
            if (!object.searchable)
                return found;
            QList<FieldDescription> fields;
            for (const auto& field : m_context.schema.visibleFields(object)) {
                if (isInScope(object.name, field, m_statement.scope))
                    fields.append(field);
            }
            for (const Record* record : m_context.store.rows(object.name)) {
                if (m_options.crowding && found.size() >= *m_options.crowding)
                    break;
                if (record->deleted)
                    continue;
                const QJsonObject* values = record->searchable(m_now, m_options.delay);
                if (values && matches(m_statement.expression, indexed(*values, fields)))
                    found.append(record);
            }
            return found;
        }

    private:
        [[nodiscard]] QList<IndexedField> indexed(const QJsonObject& values,
                                                  const QList<FieldDescription>& fields) const
        {
            QList<IndexedField> list;
            for (const auto& field : fields) {
                const QString value = values.value(field.name).toString();
                if (!value.isEmpty())
                    list.append({field.type == FieldType::Phone, value});
            }
            // The account's name counts among the name fields of a contact (SOSL reference, IN
            // clause).
            const bool names =
                m_statement.scope == SearchScope::Name || m_statement.scope == SearchScope::All;
            if (const Record* account =
                    names ? m_context.store.find(values.value("AccountId"_L1).toString()) : nullptr)
                list.append({false, account->text(u"Name"_s)});
            return list;
        }

        [[nodiscard]] bool matches(const SearchExpression& expression,
                                   const QList<IndexedField>& fields) const
        {
            switch (expression.kind) {
            case SearchKind::And:
                return matches(expression.children.at(0), fields)
                    && matches(expression.children.at(1), fields);
            case SearchKind::Or:
                return matches(expression.children.at(0), fields)
                    || matches(expression.children.at(1), fields);
            case SearchKind::AndNot:
                return matches(expression.children.at(0), fields)
                    && !matches(expression.children.at(1), fields);
            case SearchKind::Term:
            case SearchKind::Phrase:
                break;
            }
            return std::any_of(fields.begin(), fields.end(), [&](const IndexedField& field) {
                return field.phone ? matchesPhone(expression, field.value)
                                   : matchesText(expression, field.value);
            });
        }

        [[nodiscard]] bool matchesPhone(const SearchExpression& expression,
                                        const QString& number) const
        {
            if (hasLetter(expression.text))
                return false;
            return WordPattern(phoneWord(expression.text))
                .matchesAny(phoneTokens(number, m_options.reading));
        }

        [[nodiscard]] bool matchesText(const SearchExpression& expression,
                                       const QString& text) const
        {
            const QString term = folded(expression.text, m_options.reading);
            if (expression.kind == SearchKind::Term
                && WordPattern(withoutOuterPunctuation(term))
                       .matchesAny(textTokens(text, m_options.reading)))
                return true;
            return containsInOrder(wordParts(folded(text, m_options.reading)), wordParts(term));
        }

        static bool containsInOrder(const QStringList& parts, const QStringList& wanted)
        {
            if (wanted.isEmpty())
                return false;
            for (qsizetype start = 0; start + wanted.size() <= parts.size(); ++start) {
                bool all = true;
                for (qsizetype i = 0; all && i < wanted.size(); ++i)
                    all = WordPattern(wanted.at(i)).matches(parts.at(start + i));
                if (all)
                    return true;
            }
            return false;
        }

        const ReadContext& m_context;
        const SoslStatement& m_statement;
        const SearchOptions& m_options;
        const QDateTime& m_now;
    };

    //! An overall LIMIT is spread evenly over the objects (SOSL reference, LIMIT).
    QList<QJsonArray> spreadEvenly(const QList<QJsonArray>& lists, qsizetype limit)
    {
        QList<QJsonArray> kept(lists.size());
        for (qsizetype round = 0; limit > 0; ++round) {
            bool took = false;
            for (qsizetype i = 0; i < lists.size() && limit > 0; ++i) {
                if (round < lists.at(i).size()) {
                    kept[i].append(lists.at(i).at(round));
                    --limit;
                    took = true;
                }
            }
            if (!took)
                break;
        }
        return kept;
    }

    QList<ReturnedObject> everySearchableObject(const OrgSchema& schema)
    {
        QList<ReturnedObject> returning;
        for (const auto& object : schema.allObjects()) {
            if (object.searchable && !object.hidden)
                returning.append({object.name, 0, {}, {}});
        }
        return returning;
    }

} // namespace

QStringList phoneTokens(const QString& number, IndexReading reading)
{
    const QStringList groups = digitGroups(number);
    QStringList tokens = groups;
    for (qsizetype i = 0; i < groups.size(); ++i)
        tokens.append(groups.mid(i).join(QString()));
    if (reading == IndexReading::Optimistic) {
        const QString all = groups.join(QString());
        for (const qsizetype length : {10, 9, 8, 7})
            tokens.append(all.right(length));
    }
    tokens.removeDuplicates();
    return tokens;
}

QStringList textTokens(const QString& text, IndexReading reading)
{
    static const QRegularExpression spaces(u"\\s+"_s);
    QStringList tokens;
    for (const QString& word : folded(text, reading).split(spaces, Qt::SkipEmptyParts)) {
        tokens.append(withoutOuterPunctuation(word));
        tokens.append(wordParts(word));
    }
    tokens.removeAll(QString());
    tokens.removeDuplicates();
    return tokens;
}

Outcome<QJsonArray> runSearch(const ReadContext& context, const SoslStatement& search,
                              const SearchOptions& options, const QDateTime& now)
{
    const auto returning =
        search.returning.isEmpty() ? everySearchableObject(context.schema) : search.returning;
    const qsizetype share = std::min(rowsPerObject, rowsOverall / returning.size());
    const Search engine(context, search, options, now);
    QList<QJsonArray> lists;
    for (const auto& returned : returning) {
        Clauses clauses = returned.clauses;
        if (!clauses.limit)
            clauses.limit = int(share);
        const QList<FieldPath> fields = returned.fields.isEmpty()
            ? QList<FieldPath>{{{u"Id"_s}, returned.position}}
            : returned.fields;
        const auto selection = Selection::bind(
            context, {search.text, returned.object, returned.position, QString(), QString()},
            fields, clauses);
        if (!selection)
            return selection.error();
        QJsonArray rows;
        for (const Record* record : selection->choose(context, engine.hits(selection->object())))
            rows.append(selection->render(context, *record));
        lists.append(rows);
    }
    QJsonArray all;
    for (const auto& rows : spreadEvenly(lists, search.limit.value_or(int(rowsOverall)))) {
        for (const auto& row : rows)
            all.append(row);
    }
    return all;
}

} // namespace companion::sandbox

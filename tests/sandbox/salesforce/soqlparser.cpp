// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/soqlparser.h"

#include "tests/sandbox/salesforce/recordstore.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    constexpr int maximumDepth = 50;

    QDateTime midnight(QDate date)
    {
        return {date, QTime(0, 0), QTimeZone::utc()};
    }

    struct Days
    {
        QDate from;
        QDate until;
    };

    //! The fixed words among the date literals; weeks begin on Sunday as in the US locale.
    std::optional<Days> namedDays(const QString& word, QDate today)
    {
        const QDate month(today.year(), today.month(), 1);
        const QDate week = today.addDays(-(today.dayOfWeek() % 7));
        const QDate year(today.year(), 1, 1);
        if (word == "TODAY"_L1)
            return Days{today, today.addDays(1)};
        if (word == "YESTERDAY"_L1)
            return Days{today.addDays(-1), today};
        if (word == "TOMORROW"_L1)
            return Days{today.addDays(1), today.addDays(2)};
        if (word == "THIS_WEEK"_L1)
            return Days{week, week.addDays(7)};
        if (word == "LAST_WEEK"_L1)
            return Days{week.addDays(-7), week};
        if (word == "THIS_MONTH"_L1)
            return Days{month, month.addMonths(1)};
        if (word == "LAST_MONTH"_L1)
            return Days{month.addMonths(-1), month};
        if (word == "THIS_YEAR"_L1)
            return Days{year, year.addYears(1)};
        if (word == "LAST_90_DAYS"_L1)
            return Days{today.addDays(-90), today.addDays(1)};
        return {};
    }

    std::optional<Days> countedDays(const QString& word, int n, QDate today)
    {
        const QDate month(today.year(), today.month(), 1);
        if (word == "LAST_N_DAYS"_L1)
            return Days{today.addDays(-n), today.addDays(1)};
        if (word == "NEXT_N_DAYS"_L1)
            return Days{today.addDays(1), today.addDays(n + 1)};
        if (word == "N_DAYS_AGO"_L1)
            return Days{today.addDays(-n), today.addDays(1 - n)};
        if (word == "LAST_N_MONTHS"_L1)
            return Days{month.addMonths(-n), month};
        return {};
    }

    bool isReserved(const Token& token)
    {
        constexpr std::array words{"AND"_L1,   "OR"_L1,     "NOT"_L1,   "FROM"_L1,
                                   "WHERE"_L1, "ORDER"_L1,  "LIMIT"_L1, "LIKE"_L1,
                                   "IN"_L1,    "SELECT"_L1, "USING"_L1, "WITH"_L1,
                                   "GROUP"_L1, "HAVING"_L1, "ASC"_L1,   "DESC"_L1};
        return std::any_of(words.begin(), words.end(),
                           [&token](QLatin1StringView word) { return token.isWord(word); });
    }

} // namespace

ClauseParser::ClauseParser(QString statement, QList<Token> tokens, QString errorCode, QDateTime now)
    : m_statement(std::move(statement))
    , m_tokens(std::move(tokens))
    , m_errorCode(std::move(errorCode))
    , m_now(std::move(now))
{}

const Token& ClauseParser::peek(qsizetype ahead) const
{
    return m_tokens.at(std::min(m_at + ahead, m_tokens.size() - 1));
}

Token ClauseParser::take()
{
    Token token = peek();
    ++m_at;
    return token;
}

bool ClauseParser::takeWord(QLatin1StringView word)
{
    if (hasFailed() || !peek().isWord(word))
        return false;
    ++m_at;
    return true;
}

bool ClauseParser::takeKind(TokenKind kind)
{
    if (hasFailed() || peek().kind != kind)
        return false;
    ++m_at;
    return true;
}

bool ClauseParser::expectWord(QLatin1StringView word)
{
    if (takeWord(word))
        return true;
    failAt(peek());
    return false;
}

bool ClauseParser::expectKind(TokenKind kind)
{
    if (takeKind(kind))
        return true;
    failAt(peek());
    return false;
}

void ClauseParser::failAt(const Token& token)
{
    const QString text = token.kind == TokenKind::End ? u"<EOF>"_s : token.text;
    failWith(statementError(m_errorCode, m_statement, token.position,
                            u"unexpected token: '"_s + text + u"'"_s));
}

void ClauseParser::failWith(const ApiError& error)
{
    if (!m_error)
        m_error = error;
}

FieldPath ClauseParser::fieldPath()
{
    const Token token = peek();
    if (hasFailed() || token.kind != TokenKind::Word || isReserved(token)) {
        failAt(token);
        return {};
    }
    ++m_at;
    return FieldPath{token.text.split(u'.'), token.position};
}

Clauses ClauseParser::clauses()
{
    Clauses clauses;
    if (takeWord("WHERE"_L1))
        clauses.where = logical();
    if (takeWord("WITH"_L1))
        expectWord(peek().isWord("USER_MODE"_L1) ? "USER_MODE"_L1 : "SECURITY_ENFORCED"_L1);
    if (takeWord("ORDER"_L1)) {
        expectWord("BY"_L1);
        do
            clauses.orderBy.append(sortKey());
        while (takeKind(TokenKind::Comma));
    }
    if (takeWord("LIMIT"_L1))
        clauses.limit = count();
    if (takeWord("OFFSET"_L1))
        clauses.offset = count().value_or(0);
    return clauses;
}

std::optional<int> ClauseParser::count()
{
    const Token token = peek();
    bool ok = false;
    const int value = token.text.toInt(&ok);
    if (hasFailed() || token.kind != TokenKind::Number || !ok || value < 0) {
        failAt(token);
        return {};
    }
    ++m_at;
    return value;
}

SortKey ClauseParser::sortKey()
{
    SortKey key;
    key.path = fieldPath();
    if (takeWord("DESC"_L1))
        key.descending = true;
    else
        takeWord("ASC"_L1);
    if (takeWord("NULLS"_L1)) {
        if (takeWord("LAST"_L1))
            key.nullsLast = true;
        else
            expectWord("FIRST"_L1);
    }
    return key;
}

// AND and OR do not mix without parentheses, and NOT takes all that follows it: so says the grammar
// that Salesforce's own parser has, and so do its refusals.
Condition ClauseParser::logical()
{
    Condition result;
    if (++m_depth > maximumDepth)
        failAt(peek());
    if (takeWord("NOT"_L1)) {
        result.kind = ConditionKind::Not;
        result.children.append(conditional());
    } else {
        result = conditional();
        const auto word = peek().isWord("OR"_L1) ? "OR"_L1 : "AND"_L1;
        if (peek().isWord(word)) {
            Condition group;
            group.kind = word == "OR"_L1 ? ConditionKind::Or : ConditionKind::And;
            group.children.append(result);
            while (takeWord(word))
                group.children.append(conditional());
            result = group;
        }
        if (!hasFailed() && (peek().isWord("AND"_L1) || peek().isWord("OR"_L1)))
            failAt(peek());
    }
    --m_depth;
    return result;
}

Condition ClauseParser::conditional()
{
    if (hasFailed())
        return {};
    if (!takeKind(TokenKind::Open))
        return comparison();
    Condition inner = logical();
    expectKind(TokenKind::Close);
    return inner;
}

std::optional<Comparison> ClauseParser::comparisonSign()
{
    const Token token = peek();
    if (token.isWord("NOT"_L1) && peek(1).isWord("IN"_L1)) {
        m_at += 2;
        return Comparison::NotIn;
    }
    ++m_at;
    if (token.isWord("LIKE"_L1))
        return Comparison::Like;
    if (token.isWord("IN"_L1))
        return Comparison::In;
    if (token.kind == TokenKind::Operator) {
        if (token.text == "="_L1)
            return Comparison::Equal;
        if (token.text == "!="_L1 || token.text == "<>"_L1)
            return Comparison::NotEqual;
        if (token.text == "<"_L1)
            return Comparison::Less;
        if (token.text == ">"_L1)
            return Comparison::Greater;
        return token.text == "<="_L1 ? Comparison::LessOrEqual : Comparison::GreaterOrEqual;
    }
    --m_at;
    failAt(token);
    return {};
}

Condition ClauseParser::comparison()
{
    Condition condition;
    condition.path = fieldPath();
    if (hasFailed())
        return condition;
    condition.comparison = comparisonSign().value_or(Comparison::Equal);
    if (condition.comparison == Comparison::In || condition.comparison == Comparison::NotIn)
        literalList(condition);
    else
        condition.literals.append(literal());
    return condition;
}

void ClauseParser::literalList(Condition& condition)
{
    if (!expectKind(TokenKind::Open))
        return;
    do
        condition.literals.append(literal());
    while (takeKind(TokenKind::Comma));
    expectKind(TokenKind::Close);
}

Literal ClauseParser::literal()
{
    const Token token = peek();
    Literal literal;
    literal.position = token.position;
    literal.text = token.text;
    if (hasFailed())
        return literal;
    ++m_at;
    switch (token.kind) {
    case TokenKind::Text:
        literal.kind = LiteralKind::Text;
        literal.pattern = token.pattern;
        return literal;
    case TokenKind::Number:
        literal.kind = LiteralKind::Number;
        literal.number = token.text.toDouble();
        return literal;
    case TokenKind::Date:
        literal.kind = LiteralKind::Date;
        literal.date = QDate::fromString(token.text, Qt::ISODate);
        if (literal.date.isValid())
            return literal;
        break;
    case TokenKind::DateTime:
        literal.kind = LiteralKind::DateTime;
        literal.from = fromApiTime(token.text);
        if (literal.from.isValid())
            return literal;
        break;
    case TokenKind::Word:
        if (token.isWord("null"_L1))
            return literal;
        if (token.isWord("true"_L1) || token.isWord("false"_L1)) {
            literal.kind = LiteralKind::Boolean;
            literal.truth = token.isWord("true"_L1);
            return literal;
        }
        return dateRange(token);
    case TokenKind::Operator:
    case TokenKind::Open:
    case TokenKind::Close:
    case TokenKind::Comma:
    case TokenKind::Colon:
    case TokenKind::End:
        break;
    }
    failAt(token);
    return literal;
}

Literal ClauseParser::dateRange(const Token& word)
{
    const QString name = word.text.toUpper();
    const QDate today = m_now.toUTC().date();
    auto days = namedDays(name, today);
    if (!days && peek().kind == TokenKind::Colon) {
        ++m_at;
        days = countedDays(name, count().value_or(0), today);
    }
    Literal literal;
    literal.kind = LiteralKind::DateRange;
    literal.text = word.text;
    literal.position = word.position;
    if (!days) {
        failAt(word);
        return literal;
    }
    literal.from = midnight(days->from);
    literal.until = midnight(days->until);
    return literal;
}

namespace {

    void parseSelected(ClauseParser& parser, SoqlStatement& query)
    {
        if (parser.peek().isWord("COUNT"_L1) && parser.peek(1).kind == TokenKind::Open
            && parser.peek(2).kind == TokenKind::Close) {
            parser.take();
            parser.take();
            parser.take();
            query.countOnly = true;
            return;
        }
        do {
            if (parser.peek().isWord("FIELDS"_L1) && parser.peek(1).kind == TokenKind::Open) {
                parser.take();
                parser.take();
                query.fieldGroup = parser.take().text.toUpper();
                parser.expectKind(TokenKind::Close);
            } else {
                query.fields.append(parser.fieldPath());
            }
        } while (parser.takeKind(TokenKind::Comma));
    }

    void parseSource(ClauseParser& parser, SoqlStatement& query)
    {
        query.objectPosition = parser.peek().position;
        query.object = parser.fieldPath().written();
        const Token& next = parser.peek();
        if (next.kind == TokenKind::Word && !isReserved(next) && !next.isWord("OFFSET"_L1)
            && !next.isWord("FOR"_L1) && !next.isWord("ALL"_L1)) {
            query.alias = parser.take().text;
        }
    }

} // namespace

Outcome<SoqlStatement> parseSoql(const QString& statement, const QDateTime& now)
{
    const QString code = u"MALFORMED_QUERY"_s;
    if (statement.trimmed().isEmpty())
        return statementError(code, statement, 0, u"unexpected token: '<EOF>'"_s);
    if (statement.size() > 100'000)
        return ApiError{.status = 400,
                        .code = code,
                        .message = u"SOQL statements cannot be longer than 100000 characters."_s,
                        .fields = {},
                        .extra = {}};
    const auto tokens = tokenize(statement, 0, code);
    if (!tokens)
        return tokens.error();

    ClauseParser parser(statement, *tokens, code, now);
    SoqlStatement query;
    query.text = statement;
    parser.expectWord("SELECT"_L1);
    parseSelected(parser, query);
    parser.expectWord("FROM"_L1);
    parseSource(parser, query);
    query.clauses = parser.clauses();
    if (parser.takeWord("FOR"_L1) && !parser.takeWord("VIEW"_L1)
        && !parser.takeWord("REFERENCE"_L1))
        parser.failAt(parser.peek());
    if (!parser.hasFailed() && parser.peek().kind != TokenKind::End)
        parser.failAt(parser.peek());
    if (parser.hasFailed())
        return parser.error();
    return query;
}

} // namespace companion::sandbox

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/soslparser.h"

#include "tests/sandbox/salesforce/soqlparser.h"

#include <QRegularExpression>

#include <algorithm>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    constexpr auto malformed = "MALFORMED_SEARCH"_L1;
    constexpr auto reserved = R"(?&|!{}[]()^~*:\"'+-)"_L1;
    constexpr int maximumDepth = 40;

    enum class PieceKind { Word, Phrase, Open, Close, End };

    struct Piece
    {
        PieceKind kind = PieceKind::End;
        QString text;
        //! Written without any escape or wildcard, so that it can be an operator.
        bool plain = true;
        qsizetype position = 0;
    };

    ApiError searchError(const QString& statement, qsizetype position, const QString& sentence)
    {
        return statementError(malformed, statement, position, sentence);
    }

    //! Cuts the text between the braces into words, phrases and parentheses.
    class SearchLexer
    {
    public:
        SearchLexer(const QString& statement, qsizetype from, qsizetype until)
            : m_statement(statement), m_at(from), m_until(until)
        {}

        Outcome<QList<Piece>> run()
        {
            QList<Piece> pieces;
            while (m_at < m_until) {
                const QChar c = m_statement.at(m_at);
                if (c.isSpace()) {
                    ++m_at;
                    continue;
                }
                auto piece = c == u'"'         ? phrase()
                    : (c == u'(' || c == u')') ? parenthesis(c)
                                               : word();
                if (!piece)
                    return piece.error();
                pieces.append(*piece);
            }
            pieces.append(Piece{PieceKind::End, QString(), true, m_until});
            return pieces;
        }

    private:
        Outcome<Piece> parenthesis(QChar c)
        {
            return Piece{c == u'(' ? PieceKind::Open : PieceKind::Close, QString(c), true, m_at++};
        }

        Outcome<Piece> phrase()
        {
            Piece piece{PieceKind::Phrase, QString(), false, m_at};
            for (++m_at; m_at < m_until; ++m_at) {
                QChar c = m_statement.at(m_at);
                if (c == u'"') {
                    ++m_at;
                    return piece;
                }
                if (c == u'\\') {
                    if (++m_at >= m_until)
                        break;
                    c = m_statement.at(m_at);
                }
                piece.text.append(c);
            }
            return searchError(
                m_statement, piece.position,
                u"line 1:%1 mismatched character '<EOF>' expecting '\"'"_s.arg(m_until));
        }

        Outcome<Piece> word()
        {
            Piece piece{PieceKind::Word, QString(), true, m_at};
            for (; m_at < m_until; ++m_at) {
                QChar c = m_statement.at(m_at);
                if (c.isSpace() || c == u'(' || c == u')' || c == u'"')
                    break;
                if (c == u'*' || c == u'?') {
                    if (piece.text.isEmpty())
                        return unexpected(c);
                    piece.text.append(c == u'*' ? anyCharacters : oneCharacter);
                    piece.plain = false;
                    continue;
                }
                if (c == u'\\') {
                    if (++m_at >= m_until || !reserved.contains(m_statement.at(m_at)))
                        return unexpected(u'\\');
                    c = m_statement.at(m_at);
                    piece.plain = false;
                } else if (reserved.contains(c)) {
                    return unexpected(c);
                }
                piece.text.append(c);
            }
            return piece;
        }

        [[nodiscard]] ApiError unexpected(QChar c) const
        {
            const qsizetype at = std::min(m_at, m_statement.size());
            return searchError(
                m_statement, at,
                u"line 1:%1 mismatched character '%2' expecting '}'"_s.arg(at).arg(c));
        }

        const QString& m_statement;
        qsizetype m_at;
        qsizetype m_until;
    };

    class ExpressionParser
    {
    public:
        ExpressionParser(const QString& statement, QList<Piece> pieces)
            : m_statement(statement), m_pieces(std::move(pieces))
        {}

        Outcome<SearchExpression> run()
        {
            auto expression = either();
            if (!m_error && peek().kind != PieceKind::End)
                fail();
            if (m_error)
                return *m_error;
            return expression;
        }

    private:
        [[nodiscard]] const Piece& peek() const { return m_pieces.at(m_at); }
        [[nodiscard]] bool isOperator(QLatin1StringView word) const
        {
            return peek().kind == PieceKind::Word && peek().plain
                && peek().text.compare(word, Qt::CaseInsensitive) == 0;
        }
        void fail()
        {
            if (!m_error)
                m_error =
                    searchError(m_statement, peek().position,
                                u"unexpected token: '"_s
                                    + (peek().text.isEmpty() ? u"}"_s : peek().text) + u"'"_s);
        }

        SearchExpression either()
        {
            SearchExpression result = both();
            while (!m_error && isOperator("OR"_L1)) {
                ++m_at;
                SearchExpression group;
                group.kind = SearchKind::Or;
                group.children = {result, both()};
                result = group;
            }
            return result;
        }

        SearchExpression both()
        {
            SearchExpression result = unit();
            while (!m_error && peek().kind != PieceKind::End && peek().kind != PieceKind::Close
                   && !isOperator("OR"_L1)) {
                SearchExpression group;
                group.kind = SearchKind::And;
                if (isOperator("AND"_L1)) {
                    ++m_at;
                    if (isOperator("NOT"_L1)) {
                        ++m_at;
                        group.kind = SearchKind::AndNot;
                    }
                }
                group.children = {result, unit()};
                result = group;
            }
            return result;
        }

        SearchExpression unit()
        {
            if (m_error)
                return {};
            const Piece piece = peek();
            if (piece.kind == PieceKind::Open && m_depth < maximumDepth) {
                ++m_at;
                ++m_depth;
                SearchExpression inner = either();
                --m_depth;
                if (!m_error && peek().kind != PieceKind::Close)
                    fail();
                ++m_at;
                return inner;
            }
            const bool isTerm = piece.kind == PieceKind::Phrase || piece.kind == PieceKind::Word;
            if (!isTerm || isOperator("AND"_L1) || isOperator("OR"_L1) || isOperator("NOT"_L1)) {
                fail();
                return {};
            }
            ++m_at;
            SearchExpression term;
            term.kind = piece.kind == PieceKind::Phrase ? SearchKind::Phrase : SearchKind::Term;
            term.text = piece.text;
            return term;
        }

        const QString& m_statement;
        QList<Piece> m_pieces;
        qsizetype m_at = 0;
        int m_depth = 0;
        std::optional<ApiError> m_error;
    };

    qsizetype longestTerm(const SearchExpression& expression)
    {
        qsizetype longest = 0;
        if (expression.kind == SearchKind::Term || expression.kind == SearchKind::Phrase) {
            longest = std::count_if(expression.text.begin(), expression.text.end(),
                                    [](QChar c) { return c.isLetterOrNumber(); });
        }
        for (const auto& child : expression.children)
            longest = std::max(longest, longestTerm(child));
        return longest;
    }

    //! The closing brace of the search text, or -1.
    qsizetype closingBrace(const QString& statement, qsizetype from)
    {
        for (qsizetype i = from; i < statement.size(); ++i) {
            if (statement.at(i) == u'\\')
                ++i;
            else if (statement.at(i) == u'}')
                return i;
        }
        return -1;
    }

    void parseScope(ClauseParser& parser, SoslStatement& search)
    {
        const Token word = parser.take();
        const auto scope = searchScopeNamed(word.text);
        if (!scope || !parser.peek().isWord("FIELDS"_L1)) {
            const Token& wrong = scope ? parser.peek() : word;
            parser.failWith(searchError(search.text, wrong.position,
                                        u"Malformed search token: "_s + wrong.text));
            return;
        }
        search.scope = *scope;
        parser.take();
    }

    ReturnedObject parseReturned(ClauseParser& parser)
    {
        ReturnedObject returned;
        returned.position = parser.peek().position;
        returned.object = parser.fieldPath().written();
        if (!parser.takeKind(TokenKind::Open))
            return returned;
        do
            returned.fields.append(parser.fieldPath());
        while (parser.takeKind(TokenKind::Comma));
        returned.clauses = parser.clauses();
        parser.expectKind(TokenKind::Close);
        return returned;
    }

    void parseTail(ClauseParser& parser, SoslStatement& search)
    {
        if (parser.takeWord("IN"_L1))
            parseScope(parser, search);
        if (parser.takeWord("RETURNING"_L1)) {
            do
                search.returning.append(parseReturned(parser));
            while (parser.takeKind(TokenKind::Comma));
        }
        while (parser.takeWord("WITH"_L1)) {
            parser.fieldPath();
            if (parser.takeKind(TokenKind::Operator))
                parser.take();
        }
        if (parser.takeWord("LIMIT"_L1))
            search.limit = parser.count();
        if (!parser.hasFailed() && parser.peek().kind != TokenKind::End)
            parser.failAt(parser.peek());
    }

} // namespace

std::optional<SearchScope> searchScopeNamed(const QString& name)
{
    const QString upper = name.toUpper();
    if (upper == "ALL"_L1 || upper == "SIDEBAR"_L1)
        return SearchScope::All;
    if (upper == "NAME"_L1)
        return SearchScope::Name;
    if (upper == "EMAIL"_L1)
        return SearchScope::Email;
    if (upper == "PHONE"_L1)
        return SearchScope::Phone;
    return {};
}

Outcome<SearchExpression> parseSearchExpression(const QString& statement, qsizetype from,
                                                qsizetype until)
{
    const auto pieces = SearchLexer(statement, from, until).run();
    if (!pieces)
        return pieces.error();
    const ApiError tooShort{.status = 400,
                            .code = u"INVALID_SEARCH"_s,
                            .message = u"search term must be longer than one character"_s,
                            .fields = {},
                            .extra = {}};
    if (pieces->size() == 1)
        return tooShort;
    auto expression = ExpressionParser(statement, *pieces).run();
    if (expression && longestTerm(*expression) < 2)
        return tooShort;
    return expression;
}

Outcome<SoslStatement> parseSosl(const QString& statement, const QDateTime& now)
{
    static const QRegularExpression opening(u"^\\s*FIND\\s*\\{"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (statement.size() > 100'000)
        return searchError(statement.left(80), 0,
                           u"SOSL statements cannot be longer than 100000 characters."_s);
    const auto match = opening.match(statement);
    if (!match.hasMatch())
        return searchError(statement, 0,
                           u"unexpected token: '"_s + statement.trimmed().section(u' ', 0, 0)
                               + u"'"_s);
    const qsizetype from = match.capturedEnd();
    const qsizetype until = closingBrace(statement, from);
    if (until < 0)
        return searchError(
            statement, statement.size(),
            u"line 1:%1 mismatched character '<EOF>' expecting '}'"_s.arg(statement.size()));

    SoslStatement search;
    search.text = statement;
    auto expression = parseSearchExpression(statement, from, until);
    if (!expression)
        return expression.error();
    search.expression = *expression;

    const auto tokens = tokenize(statement, until + 1, malformed);
    if (!tokens)
        return tokens.error();
    ClauseParser parser(statement, *tokens, malformed, now);
    parseTail(parser, search);
    if (parser.hasFailed())
        return parser.error();
    return search;
}

} // namespace companion::sandbox

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/soqllexer.h"

#include <QRegularExpression>

#include <optional>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    //! Reads one token after another; stops at the first character that begins none.
    class Lexer
    {
    public:
        Lexer(const QString& statement, qsizetype from, const QString& errorCode)
            : m_statement(statement), m_errorCode(errorCode), m_at(from)
        {}

        Outcome<QList<Token>> run()
        {
            QList<Token> tokens;
            while (skipSpace(), m_at < m_statement.size()) {
                auto token = next();
                if (!token)
                    return token.error();
                tokens.append(*token);
            }
            tokens.append(Token{TokenKind::End, QString(), QString(), m_statement.size()});
            return tokens;
        }

    private:
        void skipSpace()
        {
            while (m_at < m_statement.size() && m_statement.at(m_at).isSpace())
                ++m_at;
        }

        Outcome<Token> next()
        {
            const QChar c = m_statement.at(m_at);
            if (c == u'\'')
                return quoted();
            if (c.isDigit() || ((c == u'-' || c == u'+') && digitFollows()))
                return numeric();
            if (c.isLetter() || c == u'_')
                return word();
            return symbol(c);
        }

        [[nodiscard]] bool digitFollows() const
        {
            return m_at + 1 < m_statement.size() && m_statement.at(m_at + 1).isDigit();
        }

        Outcome<Token> quoted()
        {
            Token token{TokenKind::Text, QString(), QString(), m_at};
            for (qsizetype i = m_at + 1; i < m_statement.size(); ++i) {
                const QChar c = m_statement.at(i);
                if (c == u'\'') {
                    m_at = i + 1;
                    return token;
                }
                if (c == u'\n' || c == u'\r')
                    return statementError(m_errorCode, m_statement, i, u"unexpected char: 0xA"_s);
                if (c != u'\\') {
                    token.text.append(c);
                    token.pattern.append(c);
                    continue;
                }
                ++i;
                if (i >= m_statement.size() || !appendEscaped(token, m_statement.at(i)))
                    return statementError(
                        m_errorCode, m_statement, i - 1,
                        u"Invalid string literal '"_s + m_statement.mid(token.position)
                            + u"'. Illegal character sequence in string literal."_s);
            }
            return statementError(m_errorCode, m_statement, token.position,
                                  u"unexpected token: '<EOF>'"_s);
        }

        static bool appendEscaped(Token& token, QChar escaped)
        {
            static constexpr auto plain = R"('"\)"_L1;
            static constexpr auto letters = "nrtbf"_L1;
            static constexpr auto controls = "\n\r\t\b\f"_L1;
            if (escaped == u'_' || escaped == u'%') {
                token.text.append(escaped);
                token.pattern.append(u'\\').append(escaped);
                return true;
            }
            QChar meant;
            if (plain.contains(escaped))
                meant = escaped;
            else if (const auto index = letters.indexOf(escaped.toLower()); index >= 0)
                meant = QLatin1Char(controls[index]);
            else
                return false;
            token.text.append(meant);
            if (meant == u'\\')
                token.pattern.append(u'\\');
            token.pattern.append(meant);
            return true;
        }

        Outcome<Token> numeric()
        {
            static const QRegularExpression moment(
                u"\\G\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:?\\d{2}))?(?![\\w.:+-])"_s);
            static const QRegularExpression number(u"\\G[+-]?\\d+(?:\\.\\d+)?(?![\\w.])"_s);
            if (const auto match = moment.match(m_statement, m_at); match.hasMatch())
                return take(match.captured(1).isEmpty() ? TokenKind::Date : TokenKind::DateTime,
                            match.capturedLength());
            if (const auto match = number.match(m_statement, m_at); match.hasMatch())
                return take(TokenKind::Number, match.capturedLength());
            return unexpected();
        }

        Outcome<Token> word()
        {
            static const QRegularExpression pattern(
                u"\\G[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*"_s);
            const auto match = pattern.match(m_statement, m_at);
            if (!match.hasMatch())
                return unexpected();
            return take(TokenKind::Word, match.capturedLength());
        }

        Outcome<Token> symbol(QChar c)
        {
            switch (c.unicode()) {
            case u'(':
                return take(TokenKind::Open, 1);
            case u')':
                return take(TokenKind::Close, 1);
            case u',':
                return take(TokenKind::Comma, 1);
            case u':':
                return take(TokenKind::Colon, 1);
            default:
                break;
            }
            for (const auto sign : {"!="_L1, "<>"_L1, "<="_L1, ">="_L1, "="_L1, "<"_L1, ">"_L1}) {
                if (QStringView(m_statement).mid(m_at).startsWith(sign))
                    return take(TokenKind::Operator, sign.size());
            }
            return unexpected();
        }

        Token take(TokenKind kind, qsizetype length)
        {
            Token token{kind, m_statement.mid(m_at, length), QString(), m_at};
            m_at += length;
            return token;
        }

        [[nodiscard]] ApiError unexpected() const
        {
            return statementError(m_errorCode, m_statement, m_at,
                                  u"unexpected token: '"_s + m_statement.mid(m_at, 1) + u"'"_s);
        }

        const QString& m_statement;
        const QString& m_errorCode;
        qsizetype m_at;
    };

} // namespace

ApiError statementError(const QString& code, const QString& statement, qsizetype position,
                        const QString& sentence)
{
    const qsizetype at = std::clamp<qsizetype>(position, 0, statement.size());
    const qsizetype from = std::max<qsizetype>(0, at - 40);
    const QString shown =
        statement.mid(from, 80).simplified().isEmpty() ? QString() : statement.mid(from, 80);
    const auto row = statement.left(at).count(u'\n') + 1;
    const auto column = at - (at == 0 ? -1 : statement.lastIndexOf(u'\n', at - 1));
    const QString message = u"\n"_s + shown + u"\n"_s + QString(at - from, u' ')
        + u"^\nERROR at Row:%1:Column:%2\n"_s.arg(row).arg(column) + sentence;
    return ApiError{.status = 400, .code = code, .message = message, .fields = {}, .extra = {}};
}

Outcome<QList<Token>> tokenize(const QString& statement, qsizetype from, const QString& errorCode)
{
    return Lexer(statement, from, errorCode).run();
}

} // namespace companion::sandbox

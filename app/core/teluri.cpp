// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/teluri.h"

#include <QUrl>

#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxLink = 256;

    const QStringList& schemes()
    {
        static const QStringList names{u"tel:"_s, u"callto:"_s, u"sips:"_s, u"sip:"_s};
        return names;
    }

    Error refuse(const QString& detail)
    {
        return {Error::Kind::Rejected, detail};
    }

    QChar asciiDigit(QChar c)
    {
        return c.isDigit() ? QChar(u'0' + c.digitValue()) : c;
    }

    QChar keypadDigit(QChar letter)
    {
        static const QString keys = u"22233344455566677778889999"_s;
        return keys.at(letter.toLower().unicode() - u'a');
    }

    bool isAsciiLetter(QChar c)
    {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    }

    //! The extension of `;ext=`, "x12", "ext. 12", or behind a pause; removes it from \p text.
    QString takeSuffix(QString& text)
    {
        static const QStringList marks{u";ext="_s, u";extension="_s, u"extension"_s, u"ext."_s,
                                       u"ext"_s,   u"x"_s,           u","_s,         u"#"_s};
        for (const auto& mark : marks) {
            const auto at = text.indexOf(mark, 1, Qt::CaseInsensitive);
            if (at < 0)
                continue;
            QString digits;
            bool isSuffix = true;
            for (const QChar c : text.mid(at + mark.size())) {
                if (asciiDigit(c).unicode() < 0x80 && asciiDigit(c).isDigit())
                    digits += asciiDigit(c);
                else if (c == u';')
                    break; // further parameters
                else if (c != u' ' && c != u':' && c != u'.' && c != u',')
                    isSuffix = false;
            }
            if (!isSuffix || digits.isEmpty() || digits.size() > 10)
                continue;
            text.truncate(at);
            return digits;
        }
        return {};
    }

} // namespace

bool isDialUri(const QString& text)
{
    for (const auto& scheme : schemes())
        if (text.trimmed().startsWith(scheme, Qt::CaseInsensitive))
            return true;
    return false;
}

Result<DialRequest> readDialRequest(const QString& text)
{
    if (text.size() > maxLink)
        return refuse(u"too long"_s);
    QString rest = text.trimmed();
    bool isLink = false;
    bool isSip = false;
    for (const auto& scheme : schemes())
        if (!isLink && rest.startsWith(scheme, Qt::CaseInsensitive)) {
            isLink = true;
            isSip = scheme.startsWith("sip"_L1);
            rest = rest.mid(scheme.size());
        }
    if (isLink) {
        while (rest.startsWith(u'/'))
            rest.remove(0, 1);
        rest = QUrl::fromPercentEncoding(rest.toUtf8());
        // A second decoding for pages that encode twice, as "%2528415%2529".
        if (rest.contains(u'%'))
            rest = QUrl::fromPercentEncoding(rest.toUtf8());
    }
    DialRequest request{.number = {}, .suffix = {}, .original = rest.trimmed()};
    if (const auto question = rest.indexOf(u'?'); question >= 0)
        rest.truncate(question); // ?subject=, ?call: parameters of callto and sip
    if (isSip) {
        if (const auto colon = rest.indexOf(u':'), at = rest.indexOf(u'@'); colon > 0 && colon < at)
            return refuse(u"a password in a link"_s);
        if (const auto at = rest.indexOf(u'@'); at >= 0)
            rest.truncate(at);
    } else if (rest.contains(u'@')) {
        return refuse(u"an address, not a number"_s);
    }
    request.suffix = takeSuffix(rest);
    if (const auto semicolon = rest.indexOf(u';'); semicolon >= 0)
        rest.truncate(semicolon); // ;phone-context= and the like
    int letters = 0;
    QString number;
    for (const QChar c : std::as_const(rest)) {
        const QChar digit = asciiDigit(c);
        if (digit >= u'0' && digit <= u'9') {
            number += digit;
            request.isPlain = request.isPlain && c.unicode() < 0x80;
        } else if ((c == u'+' || c == u'\uFF0B') && number.isEmpty()) {
            number += u'+';
        } else if (c == u'*' || c == u'#') {
            number += c;
        } else if (isAsciiLetter(c)) {
            number += keypadDigit(c);
            request.isPlain = false;
            ++letters;
        } else if (!(c.isSpace() || c.isPunct() || c.isSymbol()
                     || c.category() == QChar::Other_Format)) {
            return refuse(u"not a number"_s);
        } else if (c == u'<' || c == u'>' || c == u'"' || c == u'\\' || c == u'`' || c == u'$'
                   || c == u'{' || c == u'|') {
            return refuse(u"not a number"_s);
        }
    }
    const auto digits = number.size() - number.count(u'+');
    if (digits == 0 || letters * 2 > digits + 4 || (letters > 0 && digits - letters < 1)
        || digits > 32)
        return refuse(u"not a number"_s);
    request.number = number;
    return request;
}

} // namespace companion

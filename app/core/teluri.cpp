// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/teluri.h"

#include "app/core/numbertext.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;
using namespace numbertext;

namespace {

    constexpr qsizetype maxLink = 256;
    constexpr qsizetype maxDigits = 24; // 15 of E.164, and prefixes in front
    constexpr int leastBesideWords = 5; // digits: "Room 12" is no number
    constexpr int maxWords = 30; // letters

    const QStringList& schemes()
    {
        static const QStringList names{u"tel:"_s, u"callto:"_s, u"sips:"_s, u"sip:"_s};
        return names;
    }

    Error refuse(const QString& detail, const QString& code = u"not_a_number"_s)
    {
        return {Error::Kind::Rejected, detail, code};
    }

    //! Takes the scheme off; empty when there is none.
    QString takeScheme(QString& text)
    {
        for (const auto& scheme : schemes())
            if (text.startsWith(scheme, Qt::CaseInsensitive)) {
                text = text.mid(scheme.size());
                while (text.startsWith(u'/'))
                    text.remove(0, 1);
                return scheme;
            }
        return {};
    }

    QString decoded(const QString& text)
    {
        const QString once = QUrl::fromPercentEncoding(text.toUtf8());
        // A second time for pages that encode twice, as in "%2528415%2529".
        return once.contains(u'%') ? QUrl::fromPercentEncoding(once.toUtf8()) : once;
    }

    //! Nothing that a shell, a page or a log could take for more than a number.
    bool isHarmless(const QString& text)
    {
        return std::none_of(text.cbegin(), text.cend(), [](QChar c) {
            const auto category = c.category();
            const bool isControl = category == QChar::Other_Control && !c.isSpace();
            return isControl || c == QChar::ReplacementCharacter || c.isNull()
                || u"<>\"\\`$|{}^"_s.contains(c);
        });
    }

    bool hasLineBreak(const QString& text)
    {
        return text.contains(u'\n') || text.contains(u'\r');
    }

    QString forShowing(const QString& text)
    {
        QString out;
        for (const QChar c : text)
            if (c.isSpace())
                out += u' ';
            else if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
                out += c;
        return out.trimmed();
    }

    //! The user of a SIP address, and whether it may be one we call.
    Result<QString> sipUser(const QString& address)
    {
        static const QRegularExpression host(u"^[\\d.]*\\d+\\.\\d+[\\d.]*(?::\\d+)?$"_s);
        const auto at = address.indexOf(u'@');
        const auto colon = address.indexOf(u':');
        if (colon >= 0 && colon < at)
            return refuse(u"a password in a link"_s, {});
        if (at < 0 && host.match(address).hasMatch() && address.count(u'.') == 3)
            return refuse(u"a host, not a number"_s);
        return at < 0 ? address : address.left(at);
    }

    //! What RFC 3966 allows behind a number; anything else is junk.
    bool areParameters(const QString& text)
    {
        static const QRegularExpression shape(u"^(?:;[A-Za-z0-9-]+(?:=[\\w.+%()/:-]*)?)*$"_s);
        return shape.match(text).hasMatch();
    }

    //! Digits, a plus in front.
    QString dialled(const QString& text)
    {
        static const QRegularExpression zero(u"^(\\D*(?:\\+|00)[\\d\\s-]*)\\(\\s*0\\s*\\)"_s);
        const QString bare = QString(text).replace(zero, u"\\1 "_s); // +49 (0)30 …
        for (const QChar c : bare)
            if (c == u'+')
                return u'+' + digitsOf(bare);
            else if (c >= u'0' && c <= u'9')
                break;
        return digitsOf(bare);
    }

    bool isPlainlyWritten(const QString& text)
    {
        return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
            return (c >= u'0' && c <= u'9') || u"+-. ()/"_s.contains(c);
        });
    }

    Result<DialRequest> readNumber(DialRequest request, const QString& rest)
    {
        const QString text = plain(rest);
        QString code = text;
        if (numbertext::isFeatureCode(code.remove(u' '))) {
            request.number = code; // may forward the phone or hide its number: never unseen
            request.isPlain = false;
            return request;
        }
        if (isMasked(text))
            return refuse(u"not a number"_s);
        const auto several = severalIn(text);
        const auto parts = split(several.size() > 1 ? several.constFirst() : text);
        const auto semicolon = parts.number.indexOf(u';');
        const QString bare = semicolon < 0 ? parts.number : parts.number.left(semicolon);
        const QString inContext = withContext(parts.number);
        const auto spoken = withoutLetters(inContext.startsWith(bare) ? bare : inContext);
        request.number = dialled(spoken.text);
        request.suffix = parts.suffix;
        const auto digits = countDigits(request.number);
        if (digits == 0 || digits > maxDigits || spoken.droppedLetters > maxWords
            || (spoken.droppedLetters > 0 && digits < leastBesideWords))
            return refuse(u"not a number"_s);
        const bool isWhole = semicolon < 0 || areParameters(parts.number.mid(semicolon));
        request.isPlain = several.size() < 2 && isWhole && isPlainlyWritten(spoken.text)
            && !spoken.isVanity && spoken.droppedLetters == 0 && inContext.startsWith(bare)
            && isPlainlyWritten(rest.left(bare.size()));
        return request;
    }

} // namespace

bool isFeatureCode(const DialRequest& request)
{
    return numbertext::isFeatureCode(request.number);
}

bool isDialUri(const QString& text)
{
    const QString link = text.trimmed();
    return std::any_of(schemes().cbegin(), schemes().cend(), [&link](const QString& scheme) {
        return link.startsWith(scheme, Qt::CaseInsensitive);
    });
}

Result<DialRequest> readDialRequest(const QString& text)
{
    if (text.size() > maxLink)
        return refuse(u"too long"_s);
    QString rest = text.trimmed();
    if (rest.startsWith(u'<') && rest.endsWith(u'>'))
        rest = rest.mid(1, rest.size() - 2); // as in mails: <tel:…>
    const QString scheme = takeScheme(rest);
    if (!scheme.isEmpty())
        rest = decoded(rest).trimmed();
    DialRequest request{.number = {}, .suffix = {}, .original = forShowing(rest)};
    if (!isHarmless(rest) || (!scheme.isEmpty() && hasLineBreak(rest)))
        return refuse(u"not a number"_s);
    if (const auto question = rest.indexOf(u'?'); question >= 0)
        rest.truncate(question); // ?subject=, ?call: parameters of callto and sip
    if (scheme.startsWith("sip"_L1)) {
        const auto user = sipUser(rest);
        if (!user)
            return user.error();
        rest = *user;
    } else if (rest.contains(u'@')) {
        return refuse(u"an address, not a number"_s);
    }
    return readNumber(request, rest.trimmed());
}

} // namespace companion

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/dialranking.h"

#include "ui/dialogs/dialsuggestions.h"
#include "ui/text/colleaguetext.h"

#include <QSet>

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int fewestDigits = 2; // one digit is in every number

    bool isWordStart(const QString& text, qsizetype at)
    {
        return at == 0 || !text.at(at - 1).isLetterOrNumber();
    }

    //! Every word typed begins a word of the name, in any order: "lee an" is Ann Lee.
    bool hasAllWords(const QString& name, const QString& typed)
    {
        const auto words = typed.split(u' ', Qt::SkipEmptyParts);
        return words.size() > 1
            && std::all_of(words.cbegin(), words.cend(), [&name](const QString& word) {
                   const auto place = placeInName(word, name);
                   return place.length > 0 && isWordStart(name, place.start);
               });
    }

    int digitsIn(const QString& text)
    {
        return int(std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); }));
    }

    bool hasLetters(const QString& text)
    {
        return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter(); });
    }

    //! 0 is best; 9: not meant at all.
    int rankOf(const DialSuggestion& suggestion, const QString& typed)
    {
        const auto inName = placeInName(typed, suggestion.name);
        if (inName.length > 0 && inName.start == 0)
            return 0;
        if (inName.length > 0 && isWordStart(suggestion.name, inName.start))
            return 1;
        if (hasAllWords(suggestion.name, typed))
            return 1;
        const bool isNumber = !hasLetters(typed) && digitsIn(typed) >= fewestDigits;
        const auto inNumber = isNumber ? placeInNumber(typed, suggestion.number) : MatchPlace{};
        if (inNumber.length > 0)
            return digitsIn(suggestion.number.left(inNumber.start)) == 0 ? 1 : 2;
        const auto inDetail = placeInName(typed, suggestion.detail);
        if (inDetail.length > 0 && isWordStart(suggestion.detail, inDetail.start))
            return 3;
        return inName.length > 0 ? 4 : 9;
    }

} // namespace

QList<DialSuggestion> suggestionsOf(const CrmMatch& match)
{
    QList<DialSuggestion> all;
    const auto phones = match.phones.isEmpty() ? QStringList{match.phone} : match.phones;
    for (const auto& number : phones)
        if (!number.isEmpty())
            all.append({.name = match.name,
                        .number = number,
                        .detail = match.account,
                        .kind = match.record.object,
                        .doNotCall = match.doNotCall});
    return all;
}

DialSuggestion suggestionOf(const Colleague& colleague)
{
    return {.name = colleague.name,
            .number = colleague.number,
            .detail = text::colleagueState(colleague),
            .kind = u"Colleague"_s};
}

bool isMeant(const DialSuggestion& suggestion, const QString& typed)
{
    return rankOf(suggestion, typed.simplified()) < 9;
}

QList<DialSuggestion> rankedSuggestions(const QString& typed, const QList<DialSuggestion>& all,
                                        const NumberRules& rules, qsizetype most)
{
    const QString wanted = typed.simplified();
    QList<std::pair<int, DialSuggestion>> ranked;
    QSet<QString> lines;
    for (const auto& one : all) {
        const auto number = PhoneNumber::read(one.number, rules);
        const QString line = number.key().isEmpty() ? one.number : number.key();
        // A name that was called before is the same person's as in the phonebook.
        const QString key = one.name.toCaseFolded() + u'\n' + line;
        if (lines.contains(key))
            continue;
        lines.insert(key);
        ranked.append({rankOf(one, wanted), one});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    QList<DialSuggestion> best;
    for (const auto& [rank, one] : std::as_const(ranked))
        if (best.size() < most)
            best.append(one);
    return best;
}

} // namespace companion

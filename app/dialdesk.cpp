// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dialdesk.h"

#include "app/core/async.h"
#include "app/core/matchplan.h"
#include "app/core/teluri.h"
#include "ui/bringup.h"
#include "ui/dialogs/dialbox.h"
#include "ui/dialogs/dialranking.h"
#include "ui/text/calltext.h"
#include "ui/text/historytext.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr auto typingPause = 300ms;
    constexpr qsizetype liveSearchFrom = 3; // characters
    constexpr qsizetype phonebookDigitsFrom = 3;
    constexpr int mostRecent = 12;
    constexpr int mostSuggestions = 24;
    constexpr int recentCalls = 50;

    DialSuggestion suggestionFrom(const HistoryRow& row)
    {
        const auto* match = row.chosen ? findMatch(row.matches, *row.chosen) : nullptr;
        return {.name = match ? match->name : text::nameGiven(row.call),
                .number = row.call.remoteNumber,
                .detail = match ? match->account : QString(),
                .kind = u"History"_s,
                .doNotCall = match && match->doNotCall};
    }

    QString digitsOf(const QString& typed)
    {
        QString digits;
        for (const QChar c : typed)
            if (c.isLetter())
                return {};
            else if (c.isDigit())
                digits += QChar(u'0' + c.digitValue());
        return digits;
    }

} // namespace

DialDesk::DialDesk(Sources sources, QObject* parent)
    : QObject(parent), m_sources(std::move(sources))
{
    m_searchSoon.setSingleShot(true);
    m_searchSoon.setInterval(typingPause);
    connect(&m_searchSoon, &QTimer::timeout, this, &DialDesk::searchCrm);
}

DialDesk::~DialDesk()
{
    m_search.cancel();
}

void DialDesk::show()
{
    if (!m_box) {
        m_box = std::make_unique<DialBox>();
        connect(m_box.get(), &DialBox::textChanged, this, &DialDesk::suggest);
        connect(m_box.get(), &DialBox::dialRequested, this, [this](const QString& number) {
            m_searchSoon.stop();
            m_search.cancel();
            Q_EMIT dialRequested(number);
        });
    }
    offerRecent();
    bringUp(m_box.get());
}

void DialDesk::showWith(const QString& selected)
{
    show();
    if (readDialRequest(selected))
        m_box->startWith(selected);
}

void DialDesk::offerRecent()
{
    const auto last = m_sources.store.history({.limit = recentCalls});
    QList<DialSuggestion> recent;
    for (const auto& row : last) {
        const auto suggestion = suggestionFrom(row);
        const bool isThere =
            std::any_of(recent.cbegin(), recent.cend(), [&suggestion](const DialSuggestion& one) {
                return one.number == suggestion.number;
            });
        if (!isThere && !row.call.isWithheld && recent.size() < mostRecent)
            recent.append(suggestion);
    }
    m_box->setRecent(written(recent));
    const auto own = std::find_if(last.cbegin(), last.cend(), [](const HistoryRow& row) {
        return row.call.origin == CallOrigin::Own;
    });
    if (own != last.cend())
        m_box->setLastNumber(
            own->call.remoteNumber,
            text::shownNumber(own->call.remoteNumber, text::numberLook(m_settings)));
}

QList<DialSuggestion> DialDesk::nearby(const QString& typed) const
{
    QList<DialSuggestion> found;
    const auto colleagues = m_sources.colleagues();
    for (const auto& colleague : colleagues)
        if (const auto suggestion = suggestionOf(colleague); isMeant(suggestion, typed))
            found.append(suggestion);
    const QString digits = digitsOf(typed);
    const auto entries = digits.size() >= phonebookDigitsFrom
        ? m_sources.phonebook.byDigits(digits, mostSuggestions)
        : m_sources.phonebook.byName(typed, mostSuggestions);
    for (const auto& entry : entries)
        for (const auto& suggestion : suggestionsOf(entry.match))
            if (digits.isEmpty() || isMeant(suggestion, typed))
                found.append(suggestion);
    const auto last = m_sources.store.history({.limit = recentCalls});
    for (const auto& row : last) {
        if (row.call.isWithheld)
            continue;
        const auto suggestion = suggestionFrom(row);
        const bool isThere =
            std::any_of(found.cbegin(), found.cend(), [&suggestion](const DialSuggestion& one) {
                return one.number == suggestion.number;
            });
        if (!isThere && isMeant(suggestion, typed))
            found.append(suggestion);
    }
    return found;
}

void DialDesk::offer(const QString& typed, const QList<DialSuggestion>& found)
{
    m_box->setSuggestions(
        typed, written(rankedSuggestions(typed, found, m_settings.numbers, mostSuggestions)));
}

QList<DialSuggestion> DialDesk::written(QList<DialSuggestion> suggestions) const
{
    const auto look = text::numberLook(m_settings);
    for (auto& one : suggestions)
        if (one.kind != "Colleague"_L1)
            one.shown = text::shownNumber(one.number, look);
    return suggestions;
}

void DialDesk::suggest(const QString& typed)
{
    m_search.cancel(); // the previous question
    m_searchSoon.stop();
    if (typed.trimmed().isEmpty())
        return;
    offer(typed, nearby(typed));
    if (typed.trimmed().size() >= liveSearchFrom && m_sources.lookup.maySearchLive())
        m_searchSoon.start();
}

void DialDesk::searchCrm()
{
    const QString typed = m_box->typed();
    m_search = m_sources.lookup.searchCrm(typed.trimmed());
    async::onReady(m_search, this, [this, typed](const Result<QList<CrmMatch>>& matches) {
        if (!matches || m_box->typed() != typed)
            return; // typed on meanwhile
        auto all = nearby(typed);
        for (const auto& match : *matches)
            all += suggestionsOf(match);
        offer(typed, all);
    });
}

} // namespace companion

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/lookupflow.h"

#include "app/core/async.h"
#include "app/core/logging.h"
#include "app/core/matchplan.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qint64 nobodySeconds = 60; // salesforce-api.md 4.2
    constexpr qint64 diallingSeconds = 20; // from the question to the call that it was asked for
    constexpr qsizetype maxNobodys = 1000;
    constexpr int liveSearchUntil = 80; // percent of the API budget, DESIGN 7
    constexpr int onlyCallsFrom = 95;

} // namespace

int apiUsePercent(const CrmStatus& status)
{
    return status.apiMax > 0 ? static_cast<int>(status.apiUsed * 100 / status.apiMax) : 0;
}

bool mayCreate(const CrmStatus& status)
{
    return apiUsePercent(status) < onlyCallsFrom;
}

LookupFlow::LookupFlow(CrmLink& crm, Phonebook& phonebook, QObject* parent)
    : QObject(parent), m_crm(crm), m_phonebook(phonebook)
{
    connect(&m_crm, &CrmLink::statusChanged, this, [this](const CrmStatus& status) {
        if (std::exchange(m_user, status.userId) != status.userId)
            m_nobodys.clear();
    });
}

void LookupFlow::setSettings(const Settings& settings)
{
    m_nobodys.clear(); // other objects may be searched now
    m_settings = settings;
}

QList<CrmMatch> LookupFlow::fromPhonebook(const PhoneNumber& number, bool isSyncedOnly) const
{
    QList<CrmMatch> matches;
    const auto entries = m_phonebook.byNumber(number, m_settings.numbers);
    for (const auto& entry : entries)
        if (m_settings.crmObjects.contains(entry.match.record.object)
            && (entry.isReadOnly || !isSyncedOnly))
            matches.append(entry.match);
    const auto preference = [this](const CrmMatch& match) {
        return m_settings.crmObjects.indexOf(match.record.object);
    };
    std::stable_sort(matches.begin(), matches.end(),
                     [&preference](const CrmMatch& one, const CrmMatch& other) {
                         return preference(one) < preference(other);
                     });
    return matches;
}

bool LookupFlow::isNobodys(const QString& key) const
{
    const auto said = m_nobodys.constFind(key);
    return said != m_nobodys.cend()
        && said->secsTo(QDateTime::currentDateTimeUtc()) < nobodySeconds;
}

bool LookupFlow::mustAskAnew(const QString& key, Ask ask)
{
    const auto now = QDateTime::currentDateTimeUtc();
    const auto asked = m_beforeDialling.take(key);
    if (ask == Ask::BeforeDialling) {
        m_beforeDialling.removeIf([&now](const auto& one) {
            return one.value().secsTo(now) >= diallingSeconds; // nobody was called then
        });
        m_beforeDialling.insert(key, now);
    }
    if (ask == Ask::CachedToo && asked.isValid() && asked.secsTo(now) < diallingSeconds)
        return false;
    return ask == Ask::Afresh || m_settings.alwaysQuery;
}

QFuture<Result<LookupAnswer>> LookupFlow::lookUp(const PhoneNumber& number, Ask ask)
{
    if (!number.isLookupWorthy())
        return async::ready<LookupAnswer>(LookupAnswer{});
    LookupAnswer local;
    if (!m_settings.alwaysQuery || !mayAsk()) {
        // What was kept of an org that we have left since does not answer for the one of now.
        local.matches = fromPhonebook(number, mayAsk());
        if (!local.matches.isEmpty() || m_phonebook.count() > 0)
            local.asked.append({.where = u"phonebook"_s, .apiCalls = 0});
        if (!local.matches.isEmpty() && !(mayAsk() && isKeptInPart(number.key())))
            return async::ready<LookupAnswer>(local);
        local.matches.clear();
    }
    if (const auto why = whyNotAsked())
        return async::ready<LookupAnswer>(*why);
    const QString key = number.key();
    if (const auto running = m_running.constFind(key); running != m_running.cend()) {
        (void)mustAskAnew(key, ask);
        return *running;
    }
    if (mustAskAnew(key, ask)) {
        m_crm.forgetAnswer(number);
    } else if (isNobodys(key)) {
        local.asked.append({.where = u"cache"_s, .apiCalls = 0});
        return async::ready<LookupAnswer>(local);
    }

    auto promise = std::make_shared<async::Promise<LookupAnswer>>();
    m_running.insert(key, promise->future());
    async::onReady(
        m_crm.lookUp(number, m_settings.numbers, m_settings.crmObjects), this,
        [this, promise, number, key, asked = local.asked](const Result<LookupAnswer>& answer) {
            m_running.remove(key);
            if (answer) {
                auto whole = *answer;
                whole.asked = asked + whole.asked;
                takeAnswer(number, whole);
                return promise->finish(whole);
            }
            // Quota gone, or the network: what was matched before is better than nothing.
            const LookupAnswer fallback{.matches = fromPhonebook(number, true), .asked = asked};
            if (fallback.matches.isEmpty())
                promise->finish(answer);
            else
                promise->finish(fallback);
        });
    return promise->future();
}

bool LookupFlow::isKeptInPart(const QString& key) const
{
    return m_phonebook.coverage(key) == Phonebook::Coverage::Part;
}

//! Not all that is found is kept: what is must not pass for all there is.
void LookupFlow::noteCoverage(const PhoneNumber& number, const QList<CrmMatch>& matches)
{
    const auto kept = fromPhonebook(number, true);
    if (kept.isEmpty() && !m_settings.syncEnabled)
        return; // nor will anything be
    const bool isPart =
        std::any_of(matches.cbegin(), matches.cend(),
                    [&kept](const CrmMatch& match) { return !findMatch(kept, match.record); });
    const QString key = number.key();
    if (isPart == isKeptInPart(key))
        return;
    const auto coverage = isPart ? Phonebook::Coverage::Part : Phonebook::Coverage::Whole;
    if (const auto noted = m_phonebook.noteCoverage(key, coverage); !noted)
        qCWarning(lcStorage) << "phonebook not written:" << noted.error().detail;
}

void LookupFlow::takeAnswer(const PhoneNumber& number, const LookupAnswer& answer)
{
    const QString key = number.key();
    keep(answer.matches);
    noteCoverage(number, answer.matches);
    if (!answer.matches.isEmpty()) {
        m_nobodys.remove(key);
        return;
    }
    if (m_nobodys.size() >= maxNobodys)
        m_nobodys.clear();
    m_nobodys.insert(key, QDateTime::currentDateTimeUtc());
}

QFuture<Result<LookupAnswer>> LookupFlow::lookUpExactly(const PhoneNumber& number)
{
    // Whatever is searched for a caller: no record is made where any of these has the number.
    auto objects = m_settings.crmObjects;
    for (const auto& object : {u"Contact"_s, u"Lead"_s, u"Account"_s})
        if (!objects.contains(object))
            objects.append(object);
    return m_crm.lookUpExactly(number, m_settings.numbers, objects);
}

std::optional<Error> LookupFlow::whyNotAsked() const
{
    if (!m_settings.integrationEnabled)
        return Error{Error::Kind::Unauthorized, u"switched off"_s, u"integration_off"_s};
    if (m_crm.status().state != LinkState::Connected)
        return Error{Error::Kind::Unauthorized, u"not signed in to Salesforce"_s, u"signed_out"_s};
    return {};
}

bool LookupFlow::mayAsk() const
{
    return !whyNotAsked();
}

bool LookupFlow::maySearchLive() const
{
    return mayAsk() && m_settings.alwaysQuery && !m_settings.maskNumbers
        && apiUsePercent(m_crm.status()) < liveSearchUntil;
}

QFuture<Result<QList<CrmMatch>>> LookupFlow::searchCrm(const QString& typed)
{
    if (!maySearchLive())
        return async::ready<QList<CrmMatch>>(QList<CrmMatch>{});
    return m_crm.search(typed, m_settings.crmObjects);
}

QFuture<Result<QList<CrmMatch>>> LookupFlow::searchByHand(const QString& typed)
{
    if (const auto why = whyNotAsked())
        return async::ready<QList<CrmMatch>>(*why);
    if (!mayCreate(m_crm.status()))
        return async::ready<QList<CrmMatch>>(Error{
            Error::Kind::RateLimited, u"API budget nearly used up"_s, u"api_budget_search"_s});
    return m_crm.search(typed, m_settings.crmObjects);
}

void LookupFlow::keep(const QList<CrmMatch>& matches)
{
    QList<CrmMatch> synced;
    for (const auto& match : matches)
        if (m_settings.syncObjects.contains(match.record.object))
            synced.append(match);
    put(synced);
}

void LookupFlow::put(const QList<CrmMatch>& synced)
{
    if (!m_settings.syncEnabled || synced.isEmpty())
        return;
    QList<PhonebookEntry> entries;
    for (const auto& match : synced)
        if (const auto present = m_phonebook.find(match.record); !present || !present->isEdited)
            entries.append(
                {.match = match, .isReadOnly = true, .syncedAt = QDateTime::currentDateTime()});
    if (const auto put = m_phonebook.put(entries); !put)
        qCWarning(lcStorage) << "phonebook not written:" << put.error().detail;
    Q_EMIT kept(synced);
}

void LookupFlow::keepCreated(const PhoneNumber& number, const CrmMatch& match)
{
    m_nobodys.remove(number.key());
    put({match}); // what the companion has made goes in, whatever kind is synchronised (guide)
}

} // namespace companion

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/lookupflow.h"

#include "app/core/async.h"
#include "app/core/logging.h"

#include <memory>

namespace companion {

using namespace Qt::StringLiterals;

int apiUsePercent(const CrmStatus& status)
{
    return status.apiMax > 0 ? static_cast<int>(status.apiUsed * 100 / status.apiMax) : 0;
}

LookupFlow::LookupFlow(CrmLink& crm, Phonebook& phonebook, QObject* parent)
    : QObject(parent), m_crm(crm), m_phonebook(phonebook)
{}

void LookupFlow::setSettings(const Settings& settings)
{
    m_settings = settings;
}

QFuture<Result<LookupAnswer>> LookupFlow::lookUp(const PhoneNumber& number)
{
    if (!number.isLookupWorthy())
        return async::ready<LookupAnswer>(LookupAnswer{});
    LookupAnswer local;
    const bool mayAsk =
        m_settings.integrationEnabled && m_crm.status().state == LinkState::Connected;
    if (!m_settings.alwaysQuery || !mayAsk) {
        const auto entries = m_phonebook.byNumber(number, m_settings.numbers);
        for (const auto& entry : entries)
            local.matches.append(entry.match);
        if (!local.matches.isEmpty() || m_phonebook.count() > 0)
            local.asked.append({.where = u"phonebook"_s, .apiCalls = 0});
        if (!local.matches.isEmpty())
            return async::ready<LookupAnswer>(local);
    }
    if (!mayAsk)
        return async::ready<LookupAnswer>(
            Error{Error::Kind::Unauthorized, u"not signed in to Salesforce"_s});

    auto promise = std::make_shared<async::Promise<LookupAnswer>>();
    async::onReady(
        m_crm.lookUp(number, m_settings.numbers, m_settings.crmObjects), this,
        [this, promise, number, asked = local.asked](const Result<LookupAnswer>& answer) {
            if (!answer) {
                // Quota gone, or the network: what was matched before is better than nothing.
                LookupAnswer fallback{.matches = {}, .asked = asked};
                for (const auto& entry : m_phonebook.byNumber(number, m_settings.numbers))
                    fallback.matches.append(entry.match);
                if (fallback.matches.isEmpty())
                    promise->finish(answer);
                else
                    promise->finish(fallback);
                return;
            }
            auto whole = *answer;
            whole.asked = asked + whole.asked;
            keep(whole.matches);
            promise->finish(whole);
        });
    return promise->future();
}

QFuture<Result<LookupAnswer>> LookupFlow::lookUpExactly(const PhoneNumber& number)
{
    return m_crm.lookUpExactly(number, m_settings.numbers, m_settings.crmObjects);
}

bool LookupFlow::maySearchLive() const
{
    return m_settings.integrationEnabled && m_settings.alwaysQuery && !m_settings.maskNumbers
        && m_crm.status().state == LinkState::Connected && apiUsePercent(m_crm.status()) < 80;
}

QFuture<Result<QList<CrmMatch>>> LookupFlow::searchCrm(const QString& typed)
{
    if (!maySearchLive())
        return async::ready<QList<CrmMatch>>(QList<CrmMatch>{});
    return m_crm.search(typed, m_settings.crmObjects);
}

void LookupFlow::keep(const QList<CrmMatch>& matches)
{
    if (!m_settings.syncEnabled || m_settings.syncTarget != SyncTarget::Local)
        return;
    QList<PhonebookEntry> entries;
    for (const auto& match : matches)
        if (m_settings.syncObjects.contains(match.record.object))
            entries.append(
                {.match = match, .isReadOnly = true, .syncedAt = QDateTime::currentDateTime()});
    if (entries.isEmpty())
        return;
    if (const auto put = m_phonebook.put(entries); !put)
        qCWarning(lcStorage) << "phonebook not written:" << put.error().detail;
}

} // namespace companion

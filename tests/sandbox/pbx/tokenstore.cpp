// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/tokenstore.h"

#include "tests/sandbox/pbx/wording.h"

#include <algorithm>

namespace companion::sandbox {

void TokenStore::setLifetimes(const Lifetimes& lifetimes)
{
    m_lifetimes = lifetimes;
}

const TokenStore::Lifetimes& TokenStore::lifetimes() const
{
    return m_lifetimes;
}

TokenStore::Grant TokenStore::newGrant(const QDateTime& now) const
{
    return {randomWord(32), now.addSecs(m_lifetimes.accessSeconds), randomWord(32),
            now.addSecs(m_lifetimes.refreshSeconds)};
}

std::optional<TokenStore::Grant> TokenStore::issue(const QDateTime& now)
{
    m_grants.removeIf([&](const Grant& grant) { return grant.refreshExpires <= now; });
    if (liveCount(now) >= m_lifetimes.cap)
        return std::nullopt;
    m_grants.append(newGrant(now));
    return m_grants.last();
}

std::optional<TokenStore::Grant> TokenStore::refresh(const QByteArray& refreshToken,
                                                     const QDateTime& now)
{
    const auto found = std::find_if(m_grants.begin(), m_grants.end(), [&](const Grant& grant) {
        return grant.refresh == refreshToken && grant.refreshExpires > now;
    });
    if (found == m_grants.end())
        return std::nullopt;
    *found = newGrant(now);
    return *found;
}

bool TokenStore::remove(const QByteArray& accessToken)
{
    return m_grants.removeIf([&](const Grant& grant) { return grant.access == accessToken; }) > 0;
}

void TokenStore::expireAccess(const QDateTime& now)
{
    for (auto& grant : m_grants)
        grant.accessExpires = now;
}

void TokenStore::clear()
{
    m_grants.clear();
}

std::optional<QDateTime> TokenStore::expiry(const QByteArray& accessToken,
                                            const QDateTime& now) const
{
    for (const auto& grant : m_grants) {
        if (!accessToken.isEmpty() && grant.access == accessToken && grant.accessExpires > now)
            return grant.accessExpires;
    }
    return std::nullopt;
}

int TokenStore::liveCount(const QDateTime& now) const
{
    return int(std::count_if(m_grants.cbegin(), m_grants.cend(),
                             [&](const Grant& grant) { return grant.accessExpires > now; }));
}

} // namespace companion::sandbox

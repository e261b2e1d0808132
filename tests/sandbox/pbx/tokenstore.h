// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace companion::sandbox {

//! \brief The tokens of the PBX's one API application, with its cap of eight live access tokens
//! (cloudone-pbx-api.md A2).
class TokenStore
{
public:
    struct Grant
    {
        QByteArray access;
        QDateTime accessExpires;
        QByteArray refresh;
        QDateTime refreshExpires;
    };

    struct Lifetimes
    {
        int accessSeconds = 1800;
        int refreshSeconds = 86400;
        int cap = 8;
    };

    void setLifetimes(const Lifetimes& lifetimes);
    [[nodiscard]] const Lifetimes& lifetimes() const;

    //! \brief Nothing when the cap is reached.
    std::optional<Grant> issue(const QDateTime& now);
    //! \brief Both tokens new, the predecessors dead at once; nothing for a dead refresh token.
    std::optional<Grant> refresh(const QByteArray& refreshToken, const QDateTime& now);
    bool remove(const QByteArray& accessToken);
    void expireAccess(const QDateTime& now);
    void clear();

    [[nodiscard]] std::optional<QDateTime> expiry(const QByteArray& accessToken,
                                                  const QDateTime& now) const;
    [[nodiscard]] int liveCount(const QDateTime& now) const;

private:
    [[nodiscard]] Grant newGrant(const QDateTime& now) const;

    Lifetimes m_lifetimes;
    QList<Grant> m_grants;
};

} // namespace companion::sandbox

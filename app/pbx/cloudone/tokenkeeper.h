// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/async.h"
#include "app/core/ports/secretstore.h"
#include "app/pbx/cloudone/api.h"
#include "app/pbx/cloudone/timing.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace companion::pbx::cloudone {

//! \brief Keeps one of the PBX's eight places for this desktop (cloudone-pbx-api.md A2).
//!
//! Uses the tokens of the last run, renews them before they expire, signs in anew where nothing
//! else helps, and gives the place back on sign-out. A refused secret is never sent a second time:
//! five tries block the address.
class TokenKeeper : public QObject
{
    Q_OBJECT

public:
    TokenKeeper(Api& api, SecretStore& secrets, const Timing& timing, QObject* parent = nullptr);

    //! Whose tokens from now on: those of the last run count only if they came by this secret.
    //! Whoever waits for those of before is told Cancelled.
    void open(const QString& clientId, const QString& secret);
    void close(); //!< the tokens stay good, and in the key store

    //! \brief A token that should be good. One request serves all who wait.
    QFuture<Result<QString>> access();
    //! The PBX has refused \p token although it should have been good.
    void reject(const QString& token);
    //! Close, give the place back and forget the tokens, those of the last run included.
    QFuture<Result<Done>> signOut();
    //! Until when this computer is blocked (70004); invalid if it is not.
    [[nodiscard]] QDateTime blockedUntil() const { return m_blockedUntil; }

Q_SIGNALS:
    //! In place of one that was in use; what is open with that one should change over.
    void replaced(const QString& token);

private:
    using Waiting = std::shared_ptr<async::Promise<QString>>;

    void obtain();
    void readStored();
    void refresh();
    void signInLater();
    void signIn();
    void take(const Result<QJsonObject>& envelope);
    void renew();
    void settle(const Result<QString>& token);
    void planRenewal();
    void sendBack(const QString& token, const std::shared_ptr<async::Promise<Done>>& promise);
    [[nodiscard]] bool isGood(const QString& token, const QDateTime& until) const;

    Api& m_api;
    SecretStore& m_secrets;
    Timing m_timing;
    QString m_clientId;
    QString m_secret;
    QString m_owner; //!< of the tokens, as the key store has it
    Tokens m_tokens;
    std::vector<Waiting> m_waiting;
    std::optional<Error> m_refusal; //!< of the secret: final until open()
    QDateTime m_blockedUntil;
    QTimer m_renewal;
    QElapsedTimer m_age; //!< of the tokens
    int m_round = 0; //!< answers of an earlier one are dropped
    bool m_isOpen = false;
    bool m_isAsking = false;
    bool m_hasRead = false; //!< the key store was asked
    bool m_isRefreshed = false; //!< the tokens came by refresh_token
    bool m_isRelogin = false; //!< others may be signing in again at this moment, too
};

} // namespace companion::pbx::cloudone

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/crmlink.h"
#include "app/net/httptransport.h"
#include "app/salesforce/replylistener.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

class QOAuth2AuthorizationCodeFlow;

namespace companion::salesforce {

//! What a sign-in or a refresh gave.
struct Tokens
{
    QString access = {};
    QString refresh = {}; //!< empty when the server gave none, as most refreshes do
    QUrl instance = {};
    QString identity = {}; //!< the user's identity URL

    friend bool operator==(const Tokens&, const Tokens&) = default;
};

Result<Tokens> tokensFrom(const QJsonObject& tokenReply);

//! \brief One attempt to sign in: authorize page in the browser, callback, code exchange. Used
//! once.
//!
//! QOAuth2AuthorizationCodeFlow builds the authorize request; the code is exchanged by ourselves,
//! because Qt loses the token endpoint's error bodies and, on 6.4, never reports a refused
//! exchange.
class SignIn : public QObject
{
    Q_OBJECT

public:
    //! \p limit is how long the browser may take.
    SignIn(HttpTransport& http, QUrl login, CrmAccount account, QString secret,
           std::chrono::milliseconds limit, QObject* parent = nullptr);
    ~SignIn() override;

    //! Opens the page through browserRequested(); ends with finished(), exactly once.
    void start();
    void cancel();

Q_SIGNALS:
    void browserRequested(const QUrl& url);
    void finished(const companion::Result<companion::salesforce::Tokens>& tokens);

private:
    void prepareFlow(const QByteArray& state);
    void onReturned(const QHash<QString, QString>& items);
    void exchange(const QString& code);
    void end(const Result<Tokens>& tokens);

    HttpTransport& m_http;
    QUrl m_login;
    CrmAccount m_account;
    QString m_secret;
    QByteArray m_verifier;
    std::unique_ptr<ReplyListener> m_listener;
    std::unique_ptr<QOAuth2AuthorizationCodeFlow> m_flow;
    QTimer m_timer;
    std::chrono::milliseconds m_limit;
    bool m_isOver = false;
};

//! Form-encodes \p items for a token request.
HttpRequest tokenRequest(const QUrl& host, const QString& endpoint,
                         const QList<std::pair<QString, QString>>& items);

} // namespace companion::salesforce

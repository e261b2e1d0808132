// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/net/httptransport.h"

#include <QJsonDocument>
#include <QUrl>

#include <chrono>

namespace companion::pbx::asterisk {

//! What GET /ari/asterisk/info tells.
struct SystemInformation
{
    QString version = {};
    QString entityId = {}; //!< the server's own, in each event as asterisk_id
};

//! The server's address as typed, made whole: https where no scheme is given, a path kept
//! (http.conf may have a prefix). Rejected for no address; Forbidden for plain HTTP to another
//! machine.
Result<QUrl> serverAddress(const QString& typed);

//! The body of an answer, or what its status means (asterisk-measured.md): `code` is the status.
Result<QJsonDocument> readAnswer(const Result<HttpReply>& reply);

SystemInformation readInformation(const QJsonDocument& answer);

//! \brief Builds and sends the requests of ARI. Knows address and credentials, not the session.
//!
//! The credentials go in a header, never in an address: those end up in logs.
class Api
{
public:
    using Reply = QFuture<Result<HttpReply>>;

    explicit Api(HttpTransport& http);

    void setAddress(const QUrl& address) { m_address = address; }
    void setUser(const QString& user, const QString& password);
    [[nodiscard]] const QUrl& address() const { return m_address; }
    [[nodiscard]] QUrl eventsUrl(const QString& application) const;
    [[nodiscard]] std::pair<QByteArray, QByteArray> authorization() const;

    Reply information();
    Reply endpoints();
    Reply channels();
    Reply bridges();
    Reply channelVariable(const QString& channel, const QString& variable);
    Reply endpointSettings(const QString& endpoint); //!< of PJSIP only
    Reply storedRecording(const QString& name);
    //! A write that harms nobody: also tells whether writing is allowed at all.
    Reply filterEvents(const QString& application);
    Reply hangUp(const QString& channel, const QString& reason);

    //! Ring \p endpoint and have it dial \p number once it has picked up.
    struct Origination
    {
        QString endpoint;
        QString number;
        QString context;
        QString channelId;
        int timeoutSeconds = 30;
    };
    Reply originate(const Origination& call);

private:
    using Query = QList<std::pair<QString, QString>>;
    [[nodiscard]] QUrl urlFor(const QString& path, const Query& query) const;
    Reply send(const QByteArray& method, const QString& path, const Query& query = {},
               const QByteArray& body = {});

    HttpTransport& m_http;
    QUrl m_address;
    QByteArray m_credentials;
};

} // namespace companion::pbx::asterisk

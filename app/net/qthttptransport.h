// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/httptransport.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <QSslError>

namespace companion {

//! \brief HttpTransport over QNetworkAccessManager. TLS errors end a request, always.
class QtHttpTransport : public QObject, public HttpTransport
{
    Q_OBJECT

public:
    explicit QtHttpTransport(QObject* parent = nullptr);

    //! Trust the certificates of this PEM file too; empty: the system's alone.
    void setCaFile(const QString& path);
    QFuture<Result<HttpReply>> send(const HttpRequest& request) override;

private:
    QNetworkReply* start(const HttpRequest& request);

    QNetworkAccessManager m_network;
    QSslConfiguration m_tls;
};

//! The system's certificates, and those of \p caFile if it can be read.
QSslConfiguration tlsWith(const QString& caFile);

//! Why a certificate was refused, in one of our own words: "tls: self-signed", …
QString tlsDetail(const QList<QSslError>& errors);

//! What every request says who it is from.
QByteArray userAgent();

} // namespace companion

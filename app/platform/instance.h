// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QHash>
#include <QJsonObject>
#include <QLocalServer>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

class QLockFile;

namespace companion::platform {

//! Makes \p folder, for this user only. False where it cannot be, or is somebody else's.
bool makePrivate(const QString& folder);

//! Where the instance of this user, profile and configuration listens; empty where no folder for it
//! is this user's own.
QString instanceName(const QString& profile, const QString& configFile);

//! \brief Hands \p request to the running instance and waits for its answer.
//!
//! NotFound: none is running, or it was just ending. Timeout: it did not answer in time.
Result<QJsonObject> askInstance(const QString& name, const QJsonObject& request,
                                std::chrono::milliseconds limit);

//! \brief The one instance's ear for later starts and for commands. Answers only the same user.
class InstanceServer : public QObject
{
    Q_OBJECT

public:
    using Reply = std::function<void(const QJsonObject&)>;

    explicit InstanceServer(QObject* parent = nullptr);
    ~InstanceServer() override;

    //! Rejected, with code "running" when another instance has the name already.
    Result<Done> listen(const QString& name);
    //! Whoever asks from now on is told that none is running; the name stays taken until the end.
    void close();

Q_SIGNALS:
    //! Call \p reply exactly once; it may be called later, and does nothing when the asker has
    //! gone.
    void requestReceived(const QJsonObject& request,
                         const companion::platform::InstanceServer::Reply& reply);

private:
    void onConnection();
    void onReadable(class QLocalSocket* socket);

    QLocalServer m_server;
    std::unique_ptr<QLockFile> m_lock;
    QHash<class QLocalSocket*, QByteArray> m_received;
};

} // namespace companion::platform

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/instance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QLockFile>
#include <QPointer>
#include <QStandardPaths>

#if !defined(Q_OS_WIN)
#include <unistd.h>
#endif

namespace companion::platform {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maxRequest = 0x100000;

    QString ownUser()
    {
#if defined(Q_OS_WIN)
        return qEnvironmentVariable("USERNAME");
#else
        return QString::number(::getuid());
#endif
    }

    QString runtimeFolder()
    {
        // XDG_RUNTIME_DIR belongs to this user and session alone; without one a folder of our own.
        // A socket's path has room for a hundred characters, and Qt needs some of them.
        constexpr qsizetype longest = 60;
        const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
        const bool isUsable = !runtime.isEmpty() && runtime.size() <= longest;
        QString folder = (isUsable ? runtime : u"/tmp"_s) + "/cloudone-companion"_L1
            + (isUsable ? QString() : u'-' + ownUser());
        return makePrivate(folder) ? folder : QString();
    }

} // namespace

bool makePrivate(const QString& folder)
{
    QDir().mkpath(folder);
#if !defined(Q_OS_WIN)
    const QFileInfo made(folder); // whoever was there first in a folder of all may listen there
    if (made.isSymLink() || !made.isDir() || made.ownerId() != ::getuid())
        return false;
#endif
    return QFile::setPermissions(
        folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

QString instanceName(const QString& profile, const QString& configFile)
{
    const auto hash = QCryptographicHash::hash(QString(profile + u'\n' + configFile).toUtf8(),
                                               QCryptographicHash::Sha256)
                          .toHex()
                          .left(16);
#if defined(Q_OS_WIN)
    return "cloudone-companion-"_L1 + QString::fromLatin1(hash);
#else
    const QString folder = runtimeFolder();
    return folder.isEmpty() ? folder : folder + u'/' + QString::fromLatin1(hash);
#endif
}

Result<QJsonObject> askInstance(const QString& name, const QJsonObject& request,
                                std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    if (name.isEmpty())
        return Error{Error::Kind::NotFound, u"no running instance"_s};
    QLocalSocket socket;
    socket.connectToServer(name);
    if (!socket.waitForConnected(2000))
        return Error{Error::Kind::NotFound, u"no running instance"_s};
    socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    QByteArray answer;
    while (!answer.endsWith('\n')) {
        if (!socket.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            break;
        answer += socket.readAll();
    }
    const auto document = QJsonDocument::fromJson(answer);
    if (document.isObject())
        return document.object();
    if (answer.isEmpty() && socket.state() == QLocalSocket::UnconnectedState)
        return Error{Error::Kind::NotFound, u"it was just ending"_s};
    return Error{Error::Kind::Timeout, u"no answer in time"_s};
}

InstanceServer::InstanceServer(QObject* parent) : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &InstanceServer::onConnection);
}

InstanceServer::~InstanceServer() = default;

void InstanceServer::close()
{
    m_server.close();
}

Result<Done> InstanceServer::listen(const QString& name)
{
    if (name.isEmpty())
        return Error{Error::Kind::Rejected,
                     u"The companion needs a folder of its own for commands: its folder in /tmp "
                     "belongs to somebody else. Set XDG_RUNTIME_DIR."_s};
#if !defined(Q_OS_WIN)
    // The lock decides who is first; a socket file may be left over from a crash.
    m_lock = std::make_unique<QLockFile>(name + ".lock"_L1);
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0))
        return Error{Error::Kind::Rejected, u"another instance is running"_s, u"running"_s};
    QLocalServer::removeServer(name);
#endif
    if (!m_server.listen(name))
        return Error{Error::Kind::Rejected,
                     u"The companion cannot listen for commands in %1: %2"_s.arg(
                         QFileInfo(name).path(), m_server.errorString())};
    return Done{};
}

void InstanceServer::onConnection()
{
    while (auto* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { onReadable(socket); });
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
            m_received.remove(socket);
            socket->deleteLater();
        });
        onReadable(socket);
    }
}

void InstanceServer::onReadable(QLocalSocket* socket)
{
    auto& received = m_received[socket];
    received += socket->readAll();
    if (received.size() > maxRequest)
        return socket->abort();
    const auto end = received.indexOf('\n');
    if (end < 0)
        return;
    const auto document = QJsonDocument::fromJson(received.left(end));
    received.clear();
    const QPointer<QLocalSocket> asker(socket);
    Q_EMIT requestReceived(document.object(), [asker](const QJsonObject& answer) {
        if (!asker)
            return;
        asker->write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
        asker->flush();
        asker->disconnectFromServer();
    });
}

} // namespace companion::platform

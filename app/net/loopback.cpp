// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/loopback.h"

#include <QTcpServer>

namespace companion {

using namespace Qt::StringLiterals;

Result<quint16> listenOnLoopback(QTcpServer& v4, QTcpServer& v6, const QList<quint16>& ports)
{
    QStringList tried;
    for (const auto port : ports) {
        tried.append(QString::number(port));
        if (!v4.listen(QHostAddress::LocalHost, port))
            continue;
        if (!v6.listen(QHostAddress::LocalHostIPv6, v4.serverPort())
            && v6.serverError() == QAbstractSocket::AddressInUseError) {
            v4.close();
            continue;
        }
        return v4.serverPort();
    }
    return Error{Error::Kind::Rejected, u"ports in use: "_s + tried.join(u", "_s),
                 u"ports_in_use"_s};
}

} // namespace companion

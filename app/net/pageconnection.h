// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/pageserver.h"

#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace companion {

//! \brief One connection of a PageServer: reads a request, answers it, reads the next.
//!
//! ```
//! Reading ─ head complete ─► Answering ─ reply there ─► Writing ─ all taken ─► Reading, or over
//! ```
//! Deletes itself when the connection is over.
class PageConnection : public QObject
{
    Q_OBJECT

public:
    PageConnection(QTcpSocket& socket, const PageServer::Answer& answer, const PageLimits& limits,
                   QObject* parent);
    void end(); //!< cut off, whatever it is doing

private:
    enum class State { Reading, Answering, Writing };

    void read();
    void answer(const PageRequest& request);
    void refuse(int status);
    void write(const PageRequest& request, PageReply reply);
    void writeMore();
    void readNext();

    QTcpSocket& m_socket;
    const PageServer::Answer& m_answer;
    PageLimits m_limits;
    QTimer m_limit; //!< for the head while reading, for progress while writing
    State m_state = State::Reading;
    QByteArray m_received;
    QByteArray m_body; //!< shared with who keeps it: written in pieces, never copied whole
    qint64 m_next = 0;
    qint64 m_end = 0;
    bool m_keepsAlive = true;
};

} // namespace companion

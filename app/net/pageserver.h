// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/net/pagerequest.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

class QTcpServer;

namespace companion {

//! How much a browser may ask of us.
struct PageLimits
{
    qsizetype headBytes = 16LL * 1024;
    int connections = 32; //!< one more is closed at once
    std::chrono::milliseconds requestWithin{15000}; //!< from the end of the one before
    std::chrono::milliseconds stalledFor{60000}; //!< nothing taken of an answer
};

//! \brief Serves pages of ours to the browsers of this computer, and to nobody else.
//!
//! HTTP/1.1 on 127.0.0.1 and ::1, GET and HEAD, one request at a time on each connection. Knows
//! nothing of what the pages show.
class PageServer : public QObject
{
    Q_OBJECT

public:
    //! An error is answered with 503 and an empty page.
    using Answer = std::function<QFuture<Result<PageReply>>(const PageRequest& request)>;
    //! Whether the program at the other end (its port, then ours) may talk to us at all.
    using Admission = std::function<bool(quint16 theirPort, quint16 ourPort)>;

    explicit PageServer(Answer answer, const PageLimits& limits = {}, QObject* parent = nullptr);
    ~PageServer() override;
    void setAdmission(Admission admission) { m_admission = std::move(admission); }

    //! Listen on one more port, the first of \p ports that is free on both addresses.
    Result<quint16> listen(const QList<quint16>& ports);
    [[nodiscard]] QList<quint16> ports() const; //!< in the order of listen()
    //! Stop listening; whoever is being answered is cut off.
    void close();

private:
    void onConnection(QTcpServer& server);

    Answer m_answer;
    Admission m_admission;
    PageLimits m_limits;
    std::vector<std::unique_ptr<QTcpServer>> m_servers; //!< in pairs, v4 and v6
};

} // namespace companion

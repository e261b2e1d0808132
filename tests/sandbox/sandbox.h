// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/http/httpserver.h"
#include "tests/sandbox/pbx/cloudonepbx.h"
#include "tests/sandbox/salesforce/salesforceorg.h"

#include <QJsonObject>
#include <QUrl>

#include <chrono>
#include <optional>

namespace companion::sandbox {

//! \brief What the command line can say.
struct SandboxOptions
{
    quint16 pbxPort = 0; //!< 0 for any that is free, as for the next two
    quint16 salesforcePort = 0;
    quint16 controlPort = 0;
    std::optional<QSslConfiguration> tls; //!< of the PBX
    QString caFile; //!< what a client must trust to reach it
    std::chrono::milliseconds indexDelay{0};
    bool autoApprove = false;
    int ownPickUpMs = -1;
    int farEndMs = -1;
};

//! \brief The PBX and the org side by side, each on its port, with the control interface of both
//! and the control page on a third, which stays when the PBX goes down. The control interface
//! answers on the first two as well.
class Sandbox
{
public:
    //! \brief False when a port cannot be had.
    bool start(const SandboxOptions& options);
    //! \brief Where everything is and what to sign in with.
    [[nodiscard]] QJsonObject readyReport() const;

private:
    HttpResponse control(const HttpRequest& request);
    void applyOrgOptions();

    SandboxOptions m_options;
    CloudOnePbx m_pbx;
    SalesforceOrg m_org;
    HttpServer m_orgServer;
    HttpServer m_controlServer;
};

} // namespace companion::sandbox

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox.h"

#include <QFile>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    QUrl localUrl(quint16 port)
    {
        return QUrl(u"http://localhost:%1"_s.arg(port));
    }

    HttpResponse controlPage()
    {
        QFile page(u":/sandbox/controlpage.html"_s);
        if (!page.open(QIODevice::ReadOnly))
            return HttpResponse::text("the page is missing", 500);
        return HttpResponse::html(page.readAll());
    }

} // namespace

bool Sandbox::start(const SandboxOptions& options)
{
    m_options = options;
    if (options.tls)
        m_pbx.setTls(*options.tls);
    auto settings = m_pbx.settings();
    settings.ownPickUpMs = options.ownPickUpMs;
    settings.farEndMs = options.farEndMs;
    m_pbx.setSettings(settings);
    const auto elsewhere = [this](const HttpRequest& request) {
        return control(request);
    };
    m_pbx.setElsewhere(elsewhere);
    m_controlServer.setHandler(elsewhere);
    m_orgServer.setHandler([this](const HttpRequest& request) {
        return request.path.startsWith("/control/"_L1) ? control(request) : m_org.handle(request);
    });
    if (!m_pbx.listen(options.pbxPort) || !m_orgServer.listen(options.salesforcePort)
        || !m_controlServer.listen(options.controlPort))
        return false;
    m_org.setBaseUrl(localUrl(m_orgServer.port()));
    applyOrgOptions();
    return true;
}

void Sandbox::applyOrgOptions()
{
    m_org.setIndexDelay(m_options.indexDelay);
    if (m_options.autoApprove) {
        HttpRequest request;
        request.method = "POST";
        request.path = u"/control/salesforce/fault"_s;
        request.body = R"({"name":"auto-approve","value":true})";
        m_org.control(request);
    }
}

HttpResponse Sandbox::control(const HttpRequest& request)
{
    if (request.path.startsWith("/control/pbx/"_L1))
        return m_pbx.control(request);
    if (request.path.startsWith("/control/salesforce/"_L1)) {
        auto answer = m_org.control(request);
        if (request.path == "/control/salesforce/reset"_L1)
            applyOrgOptions();
        return answer;
    }
    if (request.path == "/control/addresses"_L1)
        return HttpResponse::json(readyReport());
    if (request.path == "/"_L1 && request.method == "GET")
        return controlPage();
    return HttpResponse::text("not found", 404);
}

QJsonObject Sandbox::readyReport() const
{
    const QJsonObject pbx{{u"url"_s, m_pbx.url().toString()},
                          {u"clientId"_s, m_pbx.settings().clientId},
                          {u"clientSecret"_s, m_pbx.settings().clientSecret},
                          {u"extension"_s, u"1001"_s},
                          {u"caFile"_s, m_options.caFile}};
    const QJsonObject salesforce{{u"url"_s, localUrl(m_orgServer.port()).toString()},
                                 {u"clientId"_s, m_org.clientId()},
                                 {u"clientSecret"_s, m_org.clientSecret()},
                                 {u"user"_s, u"jane.roe@acme.example"_s}};
    return {{u"pbx"_s, pbx},
            {u"salesforce"_s, salesforce},
            {u"control"_s, localUrl(m_controlServer.port()).toString()}};
}

} // namespace companion::sandbox

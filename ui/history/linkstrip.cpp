// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/linkstrip.h"

#include "ui/dialogs/iconmark.h"
#include "ui/elidedlabel.h"
#include "ui/text/statustext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QPushButton>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    IconTint tintOf(LinkState state)
    {
        switch (state) {
        case LinkState::Connected:
            return IconTint::Success;
        case LinkState::Connecting:
        case LinkState::Reconnecting:
            return IconTint::Warning;
        case LinkState::SignedOut:
            return IconTint::Muted;
        case LinkState::Failed:
            break;
        }
        return IconTint::Danger;
    }

    bool needsSignIn(LinkState state)
    {
        return state == LinkState::SignedOut || state == LinkState::Failed;
    }

} // namespace

LinkStrip::LinkStrip(QWidget* parent)
    : QWidget(parent)
    , m_pbxMark(new IconMark(u"phone"_s, IconTint::Muted, this))
    , m_pbx(new ElidedLabel(this))
    , m_crmMark(new IconMark(u"cloud"_s, IconTint::Muted, this))
    , m_crm(new ElidedLabel(this))
    , m_signIn(new QPushButton(tr("&Sign in…"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing(2));
    row->addWidget(m_pbxMark);
    row->addWidget(m_pbx, 1);
    row->addSpacing(spacing(3));
    row->addWidget(m_crmMark);
    row->addWidget(m_crm, 1);
    row->addWidget(m_signIn);
    m_pbx->setObjectName(u"pbxState"_s);
    m_crm->setObjectName(u"crmState"_s);
    m_signIn->setObjectName(u"signIn"_s);
    m_signIn->setAutoDefault(false);
    connect(m_signIn, &QPushButton::clicked, this, &LinkStrip::signInRequested);
    hide();
}

void LinkStrip::setStatus(const PbxStatus& pbx, const CrmStatus& crm)
{
    m_pbxMark->setIcon(u"phone"_s, tintOf(pbx.state));
    m_pbx->setText(tr("PBX: %1").arg(text::statusSentence(pbx)));
    m_crmMark->setIcon(crm.state == LinkState::Connected ? u"cloud"_s : u"cloud-off"_s,
                       tintOf(crm.state));
    m_crm->setText(tr("Salesforce: %1").arg(text::statusSentence(crm)));
    m_signIn->setVisible(needsSignIn(pbx.state) || needsSignIn(crm.state));
    show();
}

} // namespace companion

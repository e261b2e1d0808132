// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/linkstate.h"

#include <QWidget>

class QPushButton;

namespace companion {

class ElidedLabel;
class IconMark;

//! \brief One line that says how PBX and Salesforce stand, and offers to sign in when they don't.
class LinkStrip : public QWidget
{
    Q_OBJECT

public:
    explicit LinkStrip(QWidget* parent = nullptr);

    void setStatus(const PbxStatus& pbx, const CrmStatus& crm);

Q_SIGNALS:
    void signInRequested();

private:
    IconMark* m_pbxMark;
    ElidedLabel* m_pbx;
    IconMark* m_crmMark;
    ElidedLabel* m_crm;
    QPushButton* m_signIn;
};

} // namespace companion

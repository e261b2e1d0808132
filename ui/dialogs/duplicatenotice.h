// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/crmlink.h"
#include "ui/dialogs/notice.h"

class QListWidget;

namespace companion {

//! \brief Tells that the CRM has such a record already, and offers to open it or to create another.
class DuplicateNotice : public Notice
{
    Q_OBJECT

public:
    explicit DuplicateNotice(QWidget* parent = nullptr);

    //! Also takes the focus. \p answer: one that created nothing.
    void offer(const CreateAnswer& answer);

Q_SIGNALS:
    void openRequested(const companion::RecordId& record);
    void createAnywayRequested();

private:
    void list(const QList<CrmMatch>& records);
    void openCurrent();

    QList<CrmMatch> m_records;
    QListWidget* m_list;
    QPushButton* m_open;
    QPushButton* m_createAnyway;
};

} // namespace companion

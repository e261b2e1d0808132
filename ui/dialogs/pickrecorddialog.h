// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/call.h"
#include "app/core/crmmatch.h"
#include "app/core/result.h"

#include <QDialog>

namespace companion {

class RecordPicker;

//! \brief Whose call it was when none of the offered records is right: searched for by name.
class PickRecordDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PickRecordDialog(QWidget* parent = nullptr);

    void startFor(const CallId& call, const QString& shownNumber);
    //! The answer to searchRequested().
    void setFound(const QString& typed, const Result<QList<CrmMatch>>& found);

Q_SIGNALS:
    void searchRequested(const QString& typed);
    void chosen(const companion::CallId& call, const companion::RecordId& record);

private:
    CallId m_call;
    RecordPicker* m_picker;
};

} // namespace companion

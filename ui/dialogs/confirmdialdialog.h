// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/teluri.h"
#include "ui/text/historytext.h"

#include <QDialog>
#include <QElapsedTimer>

class QPushButton;

namespace companion {

//! \brief “Call (415) 555-1212?”, asked before a link from outside becomes a call, or before
//! someone is called who asked not to be.
//!
//! Keys pressed in its first moment count for nothing: they were meant for another window.
class ConfirmDialDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConfirmDialDialog(const DialRequest& request, bool isDoNotCall,
                               const text::NumberLook& look = {}, QWidget* parent = nullptr);

Q_SIGNALS:
    void confirmed();

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isTooEarly() const;

    QElapsedTimer m_shown;
    QPushButton* m_call;
    QPushButton* m_cancel;
};

} // namespace companion

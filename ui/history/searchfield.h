// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

#include <chrono>

class QKeyEvent;

namespace companion {

//! \brief What is searched for, typed: told when the typing pauses.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(std::chrono::milliseconds pause, QWidget* parent = nullptr);

    [[nodiscard]] QString wanted() const { return text().trimmed(); }
    //! Whoever asks now need not be told again.
    void stopWaiting() { m_pause.stop(); }
    //! For the window: Find goes into the field; Cancel empties it, and then hides the window.
    //! False for all other keys.
    bool takeKey(const QKeyEvent& event);

Q_SIGNALS:
    void searchRequested(const QString& wanted);

private:
    QTimer m_pause;
};

} // namespace companion

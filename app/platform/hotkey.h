// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QAbstractNativeEventFilter>
#include <QKeySequence>
#include <QObject>

namespace companion::platform {

//! \brief One key combination that works in every program.
//!
//! X11 only: under Wayland no program may grab keys, and the desktop's own keyboard settings can
//! run the command line instead. set() says so with Unsupported, and Rejected when another program
//! has the combination.
class Hotkey : public QObject, public QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    explicit Hotkey(QObject* parent = nullptr);
    ~Hotkey() override;

    //! As people write it, `Ctrl+Alt+D`; empty releases the present one.
    Result<Done> set(const QString& sequence);

    bool nativeEventFilter(const QByteArray& eventType, void* message, qintptr* result) override;

Q_SIGNALS:
    void pressed();

private:
    Result<Done> grab(const QKeyCombination& keys);
    void release();

    quint8 m_keycode = 0; //!< 0: none grabbed
    quint16 m_modifiers = 0;
};

} // namespace companion::platform

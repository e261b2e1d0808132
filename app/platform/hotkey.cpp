// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/hotkey.h"

#include <QGuiApplication>

#if defined(COMPANION_HAS_X11)
#include <array>
#include <cstdlib>
#include <memory>
#include <xcb/xcb.h>
#endif

namespace companion::platform {

using namespace Qt::StringLiterals;

Hotkey::Hotkey(QObject* parent) : QObject(parent) {}

Hotkey::~Hotkey()
{
    release();
}

Result<Done> Hotkey::set(const QString& sequence)
{
    release();
    if (sequence.trimmed().isEmpty())
        return Done{};
    const auto read = QKeySequence::fromString(sequence.trimmed(), QKeySequence::PortableText);
    if (read.count() != 1 || read[0].key() == Qt::Key_unknown)
        return Error{Error::Kind::Rejected, u"no key combination"_s, u"keys_unreadable"_s};
    if (!(read[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        && (read[0].key() < Qt::Key_F1 || read[0].key() > Qt::Key_F35))
        return Error{Error::Kind::Rejected, u"a key that people type with"_s, u"keys_for_typing"_s};
    return grab(read[0]);
}

#if defined(COMPANION_HAS_X11)

namespace {

    template <typename T>
    using Freed = std::unique_ptr<T, decltype(&std::free)>;

    xcb_connection_t* connection()
    {
        const auto* x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
        return x11 ? x11->connection() : nullptr;
    }

    xcb_window_t rootWindow(xcb_connection_t* to)
    {
        return xcb_setup_roots_iterator(xcb_get_setup(to)).data->root;
    }

    //! X's name of a key; 0 for those that make no sense as a shortcut of this kind.
    quint32 keysymOf(Qt::Key key)
    {
        if (key >= Qt::Key_A && key <= Qt::Key_Z)
            return static_cast<quint32>(key) + 0x20; // Latin small letters
        if (key >= Qt::Key_Space && key <= Qt::Key_AsciiTilde)
            return static_cast<quint32>(key);
        if (key >= Qt::Key_F1 && key <= Qt::Key_F35)
            return 0xffbe + static_cast<quint32>(key - Qt::Key_F1); // XK_F1
        return 0;
    }

    quint8 keycodeOf(xcb_connection_t* to, quint32 keysym)
    {
        const auto* setup = xcb_get_setup(to);
        const int count = setup->max_keycode - setup->min_keycode + 1;
        const Freed<xcb_get_keyboard_mapping_reply_t> map(
            xcb_get_keyboard_mapping_reply(
                to, xcb_get_keyboard_mapping(to, setup->min_keycode, static_cast<quint8>(count)),
                nullptr),
            &std::free);
        if (!map)
            return 0;
        const auto* symbols = xcb_get_keyboard_mapping_keysyms(map.get());
        const int length = xcb_get_keyboard_mapping_keysyms_length(map.get());
        for (int i = 0; i < length; ++i)
            if (symbols[i] == keysym) // NOLINT(cppcoreguidelines-pro-bounds-pointer-arithmetic)
                return static_cast<quint8>(setup->min_keycode + i / map->keysyms_per_keycode);
        return 0;
    }

    quint16 modifiersOf(Qt::KeyboardModifiers modifiers)
    {
        quint16 mask = 0;
        if (modifiers & Qt::ShiftModifier)
            mask |= XCB_MOD_MASK_SHIFT;
        if (modifiers & Qt::ControlModifier)
            mask |= XCB_MOD_MASK_CONTROL;
        if (modifiers & Qt::AltModifier)
            mask |= XCB_MOD_MASK_1;
        if (modifiers & Qt::MetaModifier)
            mask |= XCB_MOD_MASK_4;
        return mask;
    }

    //! Caps Lock and Num Lock count as modifiers for a grab: each state of theirs is grabbed too.
    constexpr std::array<quint16, 4> lockStates{0, XCB_MOD_MASK_LOCK, XCB_MOD_MASK_2,
                                                XCB_MOD_MASK_LOCK | XCB_MOD_MASK_2};

} // namespace

Result<Done> Hotkey::grab(const QKeyCombination& keys)
{
    auto* to = connection();
    if (!to)
        return Error{Error::Kind::Unsupported, u"this desktop lets no program take keys"_s,
                     u"keys_not_given"_s};
    const quint8 keycode = keycodeOf(to, keysymOf(keys.key()));
    if (keycode == 0)
        return Error{Error::Kind::Rejected, u"no such key"_s, u"keys_missing"_s};
    const quint16 modifiers = modifiersOf(keys.keyboardModifiers());
    for (const quint16 locks : lockStates) {
        const auto asked = xcb_grab_key_checked(to, 1, rootWindow(to), modifiers | locks, keycode,
                                                XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC);
        const Freed<xcb_generic_error_t> refused(xcb_request_check(to, asked), &std::free);
        if (!refused)
            continue;
        m_keycode = keycode;
        m_modifiers = modifiers;
        release();
        return Error{Error::Kind::Rejected, u"taken by another program"_s, u"keys_taken"_s};
    }
    m_keycode = keycode;
    m_modifiers = modifiers;
    qGuiApp->installNativeEventFilter(this);
    return Done{};
}

void Hotkey::release()
{
    if (m_keycode == 0)
        return;
    if (qGuiApp)
        qGuiApp->removeNativeEventFilter(this);
    if (auto* to = qGuiApp ? connection() : nullptr) {
        for (const quint16 locks : lockStates)
            xcb_ungrab_key(to, m_keycode, rootWindow(to), m_modifiers | locks);
        xcb_flush(to);
    }
    m_keycode = 0;
}

bool Hotkey::nativeEventFilter(const QByteArray& eventType, void* message, qintptr* /*result*/)
{
    if (eventType != "xcb_generic_event_t")
        return false;
    const auto* event = static_cast<const xcb_generic_event_t*>(message);
    if ((event->response_type & 0x7f) != XCB_KEY_PRESS)
        return false;
    const auto* press = static_cast<const xcb_key_press_event_t*>(message);
    constexpr quint16 ours =
        XCB_MOD_MASK_SHIFT | XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1 | XCB_MOD_MASK_4;
    if (press->detail != m_keycode || (press->state & ours) != m_modifiers)
        return false;
    Q_EMIT pressed();
    return true;
}

#else

Result<Done> Hotkey::grab(const QKeyCombination&)
{
    return Error{Error::Kind::Unsupported, u"no shortcuts for every program"_s,
                 u"keys_not_given"_s};
}

void Hotkey::release() {}

bool Hotkey::nativeEventFilter(const QByteArray&, void*, qintptr*)
{
    return false;
}

#endif

} // namespace companion::platform

//! The whole policy as a document.

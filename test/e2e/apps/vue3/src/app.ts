import { createApp } from 'vue'

export default createApp({})
